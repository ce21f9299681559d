/** What happened to a record and what people said about it, newest first, in one line of time. */
import type { EntityMeta, HistoryEntry, ListAnswer } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { CommentBox } from './comment-box.tsx'
import { CommentItem } from './comment-item.tsx'
import { HistoryItem } from './history-item.tsx'
import { mergedTimeline } from './timeline-order.ts'
import './timeline.css'

const STEP = 20
const COLUMNS = ['text', 'createdBy', 'createdAt']

export function Timeline({ entity, id }: { entity: EntityMeta; id: string }) {
  const t = useT()
  const [shown, show] = useState(STEP)
  const { history, comments, problem } = useTimeline(entity.name, id)
  const items = mergedTimeline(history, comments?.rows ?? [])
  const mayComment = useHouse().entities['comment']?.may.create ?? false
  return (
    <div className="timeline">
      {mayComment && <CommentBox entity={entity.name} id={id} />}
      <ProblemNotice problem={problem} />
      <ol className="timeline-items">
        {items.slice(0, shown).map((item) => (
          <li key={item.key} className="timeline-item">
            {item.kind === 'comment' ? (
              <CommentItem comment={item.comment} refs={comments?.refs ?? {}} />
            ) : (
              <HistoryItem entry={item.entry} />
            )}
          </li>
        ))}
      </ol>
      {items.length > shown && (
        <Button type="text" block onClick={() => show(shown + STEP)}>
          {t('Earlier')}
        </Button>
      )}
    </div>
  )
}

const NO_ENTRIES: HistoryEntry[] = []

function useTimeline(entity: string, id: string) {
  const history = useQuery<{ entries: HistoryEntry[] }, ApiProblem>({
    queryKey: ['history', entity, id],
    queryFn: () => api.get(`/api/${entity}/${id}/history`),
  })
  const hasComments = useHouse().entities['comment'] !== undefined
  const where = { entity, record: id }
  const comments = useList(
    'comment',
    { where, sort: '-createdAt', columns: COLUMNS, limit: 100 },
    hasComments,
  )
  const answer: ListAnswer | undefined = comments.data
  return {
    history: history.data?.entries ?? NO_ENTRIES,
    comments: answer,
    problem: history.error ?? comments.error,
  }
}
