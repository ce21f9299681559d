/** The recycle bin: what was deleted, by kind, and the way back. */
import type { EntityMeta, ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { Empty } from '#ui/base/empty.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { listQuery, useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { displayText, momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { RecordTabs } from '#ui/record/record-tabs.tsx'
import '#ui/record/related.css'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'

const SHOWN = 100

interface Bin {
  entity: EntityMeta
  answer: ListAnswer
}

export function BinPage() {
  const t = useT()
  const { bins, isAsking } = useBins()
  const [open, setOpen] = useState('')
  const filled = bins.filter(({ answer }) => answer.rows.length > 0)
  if (isAsking && filled.length === 0) return <Waiting />
  const tabs = filled.map(({ entity, answer }) => ({
    key: entity.name,
    label: entity.label.many,
    count: `${answer.rows.length}${answer.next === null ? '' : '+'}`,
    body: <BinTable entity={entity} answer={answer} />,
  }))
  return (
    <Page title={t('Recycle bin')}>
      {tabs.length === 0 ? (
        <section className="panel">
          <Empty
            icon={<IconTrash size={24} stroke={1.5} aria-hidden />}
            title={t('The recycle bin is empty')}
            text={t('What you delete lands here and can be brought back at any time.')}
          />
        </section>
      ) : (
        <RecordTabs label={t('Kinds of records')} tabs={tabs} open={open} onOpen={setOpen} />
      )}
    </Page>
  )
}

/** The bins of all kinds of records that this person may bring back. */
function useBins(): { bins: Bin[]; isAsking: boolean } {
  const { entities } = useHouse()
  const kinds = Object.values(entities).filter(({ isLine, may }) => !isLine && may.delete)
  const answers = useQueries({
    queries: kinds.map(({ name }) => ({
      queryKey: ['list', name, 'deleted'],
      queryFn: () =>
        api.get<ListAnswer>(`/api/${name}`, listQuery({ deleted: true, limit: SHOWN })),
    })),
  })
  const bins = kinds.flatMap((entity, index) => {
    const answer = answers[index]?.data
    return answer ? [{ entity, answer }] : []
  })
  return { bins, isAsking: answers.some(({ isPending }) => isPending) }
}

function BinTable({ entity, answer }: { entity: EntityMeta; answer: ListAnswer }) {
  const t = useT()
  const reader = useReader()
  const titleOf = (row: WireRow) => {
    const field = entity.fields.find(({ name }) => name === entity.title)
    return (field && displayText(field, row, answer.refs, reader)) || t('(unnamed)')
  }
  const at = (row: WireRow) => {
    const deletedAt = textOf(row['deletedAt'])
    return deletedAt && momentText(deletedAt, reader)
  }
  return (
    <div className="related-scroll">
      <table className="related">
        <thead>
          <tr>
            <th scope="col">{entity.label.one}</th>
            <th scope="col">{t('Deleted at')}</th>
            <th scope="col">
              <span className="unseen">{t('Restore')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/record/$entity/$id" params={{ entity: entity.name, id: row.id }}>
                  {titleOf(row)}
                </Link>
              </td>
              <td>{at(row)}</td>
              <td className="number">
                <RestoreButton entity={entity} id={row.id} title={titleOf(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RestoreButtonProps {
  entity: EntityMeta
  id: string
  title: string
}

function RestoreButton({ entity, id, title }: RestoreButtonProps) {
  const t = useT()
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const restore = async () => {
    try {
      await write.mutateAsync({ kind: 'restore', entity: entity.name, id })
      showDone(t('{title} is back', { title }))
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <Button
      size="small"
      icon={<IconArrowBackUp size={15} aria-hidden />}
      loading={write.isPending}
      onClick={restore}
    >
      {t('Restore')}
    </Button>
  )
}
