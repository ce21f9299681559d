/** Whom the agent calls next: callbacks that are due, then the lists in their order. */
import type { RefTitles, WireRow } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { wallTimeOf } from '#ui/field/value/wall-time.ts'
import { useEffect, useState } from 'react'
import { isCallingTime, type Moment } from './is-calling-time.ts'

export interface Queue {
  isReady: boolean
  lists: WireRow[]
  /** In the order of calling. */
  entries: WireRow[]
  refs: RefTitles
  /** Callbacks that are due. */
  due: number
  /** Entries that wait, also those of lists whose hours are over. */
  waiting: number
  /** Callbacks agreed for later. */
  later: number
  /** Hours of a list that keeps others from being offered now. */
  closed: WireRow | null
}

const shown = 30
const columns = ['name', 'list', 'customer', 'lead', 'attempts', 'lastResult', 'nextCallAt', 'note']

/** @param list only of this one; null = of all */
export function useQueue(list: string | null): Queue {
  const now = useMinute()
  const own: Where = { owner: 'me', ...(list ? { list } : {}) }
  const dueOf = { ...own, status: 'later', nextCallAt: { until: now } }
  const due = useList('call-entry', asked(dueOf, 'nextCallAt'))
  const waiting = useList('call-entry', asked({ ...own, status: 'waiting' }, 'createdAt'))
  const later = useList('call-entry', asked({ ...own, status: 'later' }, 'nextCallAt'))
  const lists = useList('call-list', {
    where: { status: 'open', members: 'me' },
    columns: ['name', 'purpose', 'hours', 'script', 'results', 'line'],
    limit: 100,
  })
  const closedHours = useClosedHours(now)
  const hoursOf = new Map((lists.data?.rows ?? []).map((row) => [row.id, row['hours']]))
  const closedFor = (row: WireRow) =>
    closedHours.find(({ id }) => id === hoursOf.get(String(row['list'])))
  const offered = (waiting.data?.rows ?? []).filter((row) => !closedFor(row))
  const [heldBack] = waiting.data?.rows ?? []
  const dueRows = due.data?.rows ?? []
  return {
    isReady: [due, waiting, lists].every(({ isLoading }) => !isLoading),
    lists: lists.data?.rows ?? [],
    entries: [...dueRows, ...offered],
    refs: { ...due.data?.refs, ...waiting.data?.refs },
    due: due.data?.count?.value ?? 0,
    waiting: waiting.data?.count?.value ?? 0,
    later: Math.max(0, (later.data?.count?.value ?? 0) - (due.data?.count?.value ?? 0)),
    closed: (heldBack && offered.length === 0 && closedFor(heldBack)) || null,
  }
}

function asked(where: Where, sort: string) {
  return { where, sort, columns, limit: shown, count: true }
}

/** The instant, to the minute, so that a callback comes up when it is due. */
function useMinute(): string {
  const [now, setNow] = useState(() => minuteOf(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setNow(minuteOf(Date.now())), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function minuteOf(ms: number): string {
  return new Date(Math.floor(ms / 60_000) * 60_000).toISOString()
}

/** Calling hours that are over, or have not begun, at this moment. */
function useClosedHours(now: string): WireRow[] {
  const { today, company } = useHouse()
  const hours = useList('calling-hours', { columns: ['name', 'days', 'begins', 'ends'] })
  const day = useList('calendar-day', { where: { day: today }, columns: ['kind'] })
  const kind = (day.data?.rows[0]?.['kind'] ?? null) as Moment['kind']
  const wall = wallTimeOf(now, company.timeZone)
  const moment = { day: wall.slice(0, 10), time: wall.slice(11, 16), kind }
  return (hours.data?.rows ?? []).filter((row) => {
    const days = row['days'] as string[] | null
    const [begins, ends] = [String(row['begins']), String(row['ends'])]
    return !isCallingTime({ days, begins, ends }, moment)
  })
}
