/** Lines behind the bell by the day on which they came, as the company's clock counts days. */
import { formatInstant } from '#kernel/time/format.ts'
import type { ShownNotice } from './notices.ts'

export interface NoticeDay {
  /** '2026-11-23'. */
  day: string
  notices: ShownNotice[]
}

export function dayOf(at: string, timeZone: string): string {
  return formatInstant(at, 'en', { timeZone, show: 'date', style: 'short' })
}

/** In the order of the lines. */
export function noticeDays(notices: readonly ShownNotice[], timeZone: string): NoticeDay[] {
  const days = Map.groupBy(notices, ({ at }) => dayOf(at, timeZone))
  return [...days].map(([day, of]) => ({ day, notices: of }))
}

/** The day before, of '2026-03-01' '2026-02-28'. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
