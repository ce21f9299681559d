/** The log of the company: who did what to which record, from what to what; for administrators. */
import type { FieldChange } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { Empty } from '#ui/base/empty.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { ChangeLine } from '#ui/record/change-line.tsx'
import { ItemHead } from '#ui/record/item-head.tsx'
import { standardLabels } from '#ui/record/standard-labels.ts'
import '#ui/record/timeline.css'
import { IconPencil, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { LogFilter, type LogWish } from './log-filter.tsx'
import './log.css'

export interface LogEntry {
  id: string
  at: string
  byName: string | null
  entity: string
  record: string
  kind: string
  title: string
  action: string
  label: string
  reason: string | null
  changes: FieldChange[]
}

export interface LogPage {
  entries: LogEntry[]
  next: string | null
}

const few = 3

export function Log() {
  const t = useT()
  const [wish, setWish] = useState<LogWish>({})
  const log = useInfiniteQuery<LogPage, ApiProblem>({
    queryKey: ['audit', wish],
    queryFn: ({ pageParam }) =>
      api.get<LogPage>('/api/audit', { ...wish, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  })
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Panel title={t('Who did what')}>
      <LogFilter wish={wish} onChange={setWish} />
      <ProblemNotice problem={log.error} />
      {log.data && entries.length === 0 && (
        <Empty
          icon={<IconSearch size={24} stroke={1.5} aria-hidden />}
          title={t('Nothing found')}
          text={t('Choose other days, another person or another kind of record.')}
        />
      )}
      <ol className="timeline-items log-items">
        {entries.map((entry) => (
          <li key={entry.id} className="timeline-item">
            <LogItem entry={entry} />
          </li>
        ))}
      </ol>
      {log.hasNextPage && (
        <p className="log-more">
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('Show older entries')}
          </Button>
        </p>
      )}
    </Panel>
  )
}

function LogItem({ entry }: { entry: LogEntry }) {
  const t = useT()
  const { entities } = useHouse()
  const [all, showAll] = useState(false)
  const { entity, record, kind, title, label, changes, reason } = entry
  const shown = all ? changes : changes.slice(0, few)
  const name = `${kind} ${title}`.trim()
  return (
    <>
      <ItemHead
        icon={<IconPencil size={14} aria-hidden />}
        by={entry.byName ?? t('The program')}
        what={standardLabels(t)[entry.action] ?? label}
        at={entry.at}
      />
      <div className="timeline-body">
        {entities[entity] && title !== '' ? (
          <Link to="/record/$entity/$id" params={{ entity, id: record }}>
            {name}
          </Link>
        ) : (
          <span>{name}</span>
        )}
        {reason && <p className="timeline-reason">{reason}</p>}
        {shown.map((change) => (
          <ChangeLine key={change.field} {...change} />
        ))}
        {changes.length > shown.length && (
          <button type="button" className="plain timeline-more" onClick={() => showAll(true)}>
            {t('{count, plural, one {# field} other {# fields}}', {
              count: changes.length - shown.length,
            })}{' '}
            …
          </button>
        )}
      </div>
    </>
  )
}
