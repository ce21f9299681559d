/** Keys by which other programs work in my name, narrowed to what they need. */
import { api } from '#ui/base/api.ts'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import '#ui/record/related.css'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { NewKeyDialog } from './new-key-dialog.tsx'

interface KeyRow {
  id: string
  name: string
  prefix: string
  scopes: string[]
  createdAt: string
  expiresOn: string | null
  lastUsedAt: string | null
}

export function ApiKeys() {
  const t = useT()
  const [isMaking, make] = useState(false)
  const answer = useQuery<{ keys: KeyRow[] }>({
    queryKey: ['api-keys'],
    queryFn: () => api.get('/api/api-key'),
  })
  const keys = answer.data?.keys ?? []
  return (
    <Panel
      title={t('Keys for programs')}
      actions={
        <Button icon={<IconPlus size={16} aria-hidden />} onClick={() => make(true)}>
          {t('New key')}
        </Button>
      }
    >
      {keys.length === 0 ? (
        <p className="related-none">
          {t('No keys. A key lets another program work in your name, within the limits you set.')}
        </p>
      ) : (
        <KeyTable keys={keys} />
      )}
      {isMaking && <NewKeyDialog onClose={() => make(false)} />}
    </Panel>
  )
}

function KeyTable({ keys }: { keys: readonly KeyRow[] }) {
  const t = useT()
  return (
    <ScrollBox className="related-scroll">
      <table className="related">
        <thead>
          <tr>
            <th scope="col">{t('Name')}</th>
            <th scope="col">{t('Begins with')}</th>
            <th scope="col">{t('May do')}</th>
            <th scope="col">{t('Until')}</th>
            <th scope="col">{t('Last used')}</th>
            <th scope="col">
              <span className="unseen">{t('Delete')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyLine key={key.id} line={key} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function KeyLine({ line }: { line: KeyRow }) {
  const t = useT()
  const queries = useQueryClient()
  const reader = useReader()
  const { showProblem } = useUndoMessage()
  const remove = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.delete(`/api/api-key/${line.id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
    onError: showProblem,
  })
  const { lastUsedAt } = line
  return (
    <tr>
      <td>{line.name}</td>
      <td>
        <code>{line.prefix}…</code>
      </td>
      <td>{line.scopes.join(', ')}</td>
      <td>{line.expiresOn ?? t('no end')}</td>
      <td>{lastUsedAt ? momentText(lastUsedAt, reader) : t('never')}</td>
      <td className="number">
        <Popconfirm
          title={t('Delete this key?')}
          description={t('Programs that use it stop working at once.')}
          okText={t('Delete')}
          cancelText={t('Cancel')}
          onConfirm={() => remove.mutate()}
        >
          <Button size="small" danger loading={remove.isPending}>
            {t('Delete')}
          </Button>
        </Popconfirm>
      </td>
    </tr>
  )
}
