/** Which days a plan or a report is of, and until when it is to be handed in. */
import { addDays, endOf, startOf, type DateText, type Period } from '#kernel/time/date.ts'
import { nextWorkday, onWorkday, workdayUntil, type CalendarDays } from '#modules/tasks/index.ts'

export const paperKinds = [
  { value: 'plan', label: 'Weekly plan' },
  { value: 'daily', label: 'Daily report' },
  { value: 'weekly', label: 'Weekly report' },
  { value: 'monthly', label: 'Monthly report' },
] as const
export type PaperKind = (typeof paperKinds)[number]['value']

const periods: Readonly<Record<PaperKind, Period>> = {
  plan: 'week',
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
}

export interface Days {
  beginsOn: DateText
  endsOn: DateText
}

/** The day, the week from Monday, or the month that the day is in. */
export function daysOf(kind: PaperKind, on: DateText): Days {
  return { beginsOn: startOf(periods[kind], on), endsOn: endOf(periods[kind], on) }
}

/**
 * A plan is due on the first workday of its week, a report on the last of its time, or so many
 * workdays later. Null for a time without any workday, such as a week of holidays.
 */
export function dueOn(
  kind: PaperKind,
  { beginsOn, endsOn }: Days,
  days: number,
  calendar: CalendarDays,
): DateText | null {
  const anchor = anchorOf(kind, { beginsOn, endsOn }, calendar)
  if (anchor === null) return null
  return Array.from({ length: days }).reduce<DateText>((day) => nextWorkday(day, calendar), anchor)
}

/** The workday around which it is written. */
function anchorOf(kind: PaperKind, days: Days, calendar: CalendarDays): DateText | null {
  const anchor =
    kind === 'plan' ? onWorkday(days.beginsOn, calendar) : workdayUntil(days.endsOn, calendar)
  return anchor < days.beginsOn || anchor > days.endsOn ? null : anchor
}

/** From Friday on the plan of the week to come is prepared. */
const planAhead = 3

/** The times of which a draft should lie ready on that day: the latest two, where they are. */
export function readyOn(kind: PaperKind, today: DateText, calendar: CalendarDays): Days[] {
  const latest = daysOf(kind, kind === 'plan' ? addDays(today, planAhead) : today)
  const before = daysOf(kind, addDays(latest.beginsOn, -1))
  return [before, latest].filter((days) => {
    const anchor = anchorOf(kind, days, calendar)
    return anchor !== null && (kind === 'plan' || anchor <= today)
  })
}
