/** What was done to many records at once, and the way to take it back as a whole. */
import { api } from '#ui/base/api.ts'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import type { ApiProblem } from '#ui/base/api.ts'
import { Empty } from '#ui/base/empty.tsx'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import '#ui/record/related.css'
import { RunStrip } from '#ui/run/run-strip.tsx'
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'

interface Operation {
  id: string
  kind: string
  label: string
  at: string
  /** Name of the person; null for the program. */
  by: string | null
  count: number
  undoable: boolean
  undoneAt: string | null
}

export function Operations() {
  const t = useT()
  const answer = useQuery<{ operations: Operation[] }, ApiProblem>({
    queryKey: ['operation'],
    queryFn: () => api.get('/api/operation'),
  })
  const operations = answer.data?.operations ?? []
  return (
    <Panel title={t('What was done to many records at once')}>
      <RunStrip />
      <ProblemNotice problem={answer.error} />
      {answer.data && operations.length === 0 && (
        <Empty
          icon={<IconHistory size={24} stroke={1.5} aria-hidden />}
          title={t('Nothing yet')}
          text={t('Imports, bulk changes, merges and deletions stand here and can be taken back.')}
        />
      )}
      {operations.length > 0 && <OperationTable operations={operations} />}
    </Panel>
  )
}

function OperationTable({ operations }: { operations: readonly Operation[] }) {
  const t = useT()
  const reader = useReader()
  return (
    <ScrollBox className="related-scroll">
      <table className="related">
        <thead>
          <tr>
            <th scope="col">{t('When')}</th>
            <th scope="col">{t('What')}</th>
            <th scope="col" className="number">
              {t('Records')}
            </th>
            <th scope="col">{t('By')}</th>
            <th scope="col">
              <span className="unseen">{t('Take back')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => (
            <tr key={operation.id}>
              <td>{momentText(operation.at, reader)}</td>
              <td>{operation.label}</td>
              <td className="number">{operation.count}</td>
              <td>{operation.by ?? t('the program')}</td>
              <td className="number">
                <TakeBack operation={operation} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function TakeBack({ operation }: { operation: Operation }) {
  const t = useT()
  const { undo } = useUndoMessage()
  if (operation.undoneAt !== null) return <span className="faint">{t('taken back')}</span>
  if (!operation.undoable) return null
  return (
    <Popconfirm
      title={t('Take this back?')}
      description={t('Records that were changed since then stay as they are and are named.')}
      okText={t('Take back')}
      cancelText={t('Cancel')}
      onConfirm={() => undo(operation.id)}
    >
      <Button size="small" icon={<IconArrowBackUp size={15} aria-hidden />}>
        {t('Take back')}
      </Button>
    </Popconfirm>
  )
}
