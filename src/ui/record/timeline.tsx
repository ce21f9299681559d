/** What happened to a record and what people said about it, newest first, in one line of time. */
import type { EntityMeta, HistoryEntry, RefTitles } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { CommentBox } from './comment-box.tsx'
import { CommentItem } from './comment-item.tsx'
import { EventItem } from './event-item.tsx'
import { FileItem } from './file-item.tsx'
import { HistoryItem } from './history-item.tsx'
import { useRecordFiles } from './record-files.ts'
import { useEvents } from './use-events.ts'
import { kindsIn, mergedTimeline, type Shown, type TimelineItem } from './timeline-order.ts'
import './timeline.css'

const STEP = 20
const COLUMNS = ['entity', 'record', 'text', 'mentions', 'createdBy', 'createdAt']

export function Timeline({ entity, id }: { entity: EntityMeta; id: string }) {
  const [shown, show] = useState(STEP)
  const [kind, choose] = useState<Shown>('all')
  const t = useT()
  const { items, refs, problem } = useTimeline(entity, id)
  const chosen = items.filter((item) => kind === 'all' || item.kind === kind)
  const mayComment = useHouse().entities['comment']?.may.create ?? false
  return (
    <div className="timeline">
      {mayComment && <CommentBox entity={entity.name} id={id} />}
      <ProblemNotice problem={problem} />
      <TimelineChoice kinds={kindsIn(items)} value={kind} onChange={choose} />
      <ol className="timeline-items">
        {chosen.slice(0, shown).map((item) => (
          <li key={item.key} className="timeline-item">
            <Item of={entity} item={item} refs={refs} />
          </li>
        ))}
      </ol>
      {chosen.length > shown && (
        <Button type="text" block onClick={() => show(shown + STEP)}>
          {t('Earlier')}
        </Button>
      )}
    </div>
  )
}

function Item({ of, item, refs }: { of: EntityMeta; item: TimelineItem; refs: RefTitles }) {
  if (item.kind === 'event') return <EventItem {...{ of, refs }} {...item} />
  if (item.kind === 'comment') return <CommentItem comment={item.comment} refs={refs} />
  if (item.kind === 'file') return <FileItem file={item.file} refs={refs} />
  return <HistoryItem entry={item.entry} />
}

interface TimelineChoiceProps {
  kinds: readonly TimelineItem['kind'][]
  value: Shown
  onChange: (kind: Shown) => void
}

function TimelineChoice({ kinds, value, onChange }: TimelineChoiceProps) {
  const t = useT()
  if (kinds.length === 0) return null
  const labels = {
    event: t('Contacts and events'),
    comment: t('Comments'),
    file: t('Files'),
    history: t('Changes'),
  }
  const options: [Shown, string][] = [
    ['all', t('All')],
    ...kinds.map((kind): [Shown, string] => [kind, labels[kind]]),
  ]
  return (
    <div className="timeline-choice">
      <Choices<Shown>
        label={t('Show of the timeline')}
        labelIsUnseen
        options={Object.fromEntries(options) as Record<Shown, string>}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

const NO_ENTRIES: HistoryEntry[] = []

function useTimeline(meta: EntityMeta, id: string) {
  const entity = meta.name
  const { events, refs } = useEvents(meta, id)
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
  const files = useRecordFiles(entity, id)
  const entries = history.data?.entries ?? NO_ENTRIES
  return {
    items: mergedTimeline(entries, comments.data?.rows ?? [], files.data?.rows ?? [], events),
    refs: {
      user: { ...refs['user'], ...files.data?.refs['user'], ...comments.data?.refs['user'] },
    },
    problem: history.error ?? comments.error,
  }
}
