/** Where I am signed in, and the way to end it. */
import { api } from '#ui/base/api.ts'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { momentText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import '#ui/field/cell.css'
import '#ui/record/related.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { deviceOf } from './device.ts'

interface SessionRow {
  id: string
  createdAt: string
  lastSeenAt: string
  address: string | null
  agent: string | null
  current: boolean
}

export function Sessions() {
  const t = useT()
  const answer = useQuery<{ sessions: SessionRow[] }>({
    queryKey: ['sessions'],
    queryFn: () => api.get('/api/session/all'),
  })
  return (
    <Panel title={t('Where you are signed in')}>
      <ScrollBox className="related-scroll">
        <table className="related">
          <thead>
            <tr>
              <th scope="col">{t('Device')}</th>
              <th scope="col">{t('IP address')}</th>
              <th scope="col">{t('Last used')}</th>
              <th scope="col">
                <span className="unseen">{t('Sign out')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(answer.data?.sessions ?? []).map((session) => (
              <SessionLine key={session.id} session={session} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  )
}

function SessionLine({ session }: { session: SessionRow }) {
  const t = useT()
  const queries = useQueryClient()
  const reader = useReader()
  const { showProblem } = useUndoMessage()
  const end = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.delete(`/api/session/${session.id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
    onError: showProblem,
  })
  return (
    <tr>
      <td>
        {deviceOf(session.agent) || t('Unknown device')}{' '}
        {session.current && <span className="label">{t('this one')}</span>}
      </td>
      <td>{session.address}</td>
      <td>{momentText(session.lastSeenAt, reader)}</td>
      <td className="number">
        {!session.current && (
          <Button size="small" loading={end.isPending} onClick={() => end.mutate()}>
            {t('Sign out')}
          </Button>
        )}
      </td>
    </tr>
  )
}
