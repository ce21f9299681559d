/** Ranges of days by name, as filters and reports use them: `this-month`, `last-7-days`. */
import type { DateText, Period } from './date.ts'
import { addDays, endOf, startOfNext } from './date.ts'

/** Both days belong to the range. */
export interface DateRange {
  readonly from: DateText
  readonly until: DateText
}

type Turn = 'this' | 'last' | 'next'
export type RangeName =
  | 'today'
  | 'yesterday'
  | 'tomorrow'
  | `${Turn}-${Exclude<Period, 'day'>}`
  | `${Exclude<Turn, 'this'>}-${number}-days`
  | 'until-today'
  | `over-${number}-days-ago`

/** The names to offer in a filter, in this order; any other number of days is understood too. */
export const RANGE_NAMES: readonly RangeName[] = [
  'today',
  'yesterday',
  'tomorrow',
  'this-week',
  'last-week',
  'next-week',
  'this-month',
  'last-month',
  'next-month',
  'this-quarter',
  'last-quarter',
  'next-quarter',
  'this-year',
  'last-year',
  'next-year',
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'next-7-days',
  'next-30-days',
  'until-today',
  'over-30-days-ago',
  'over-90-days-ago',
  'over-180-days-ago',
]

const STEPS: Readonly<Record<string, number>> = { this: 0, last: -1, next: 1 }
const BY_PERIOD = /^(this|last|next)-(week|month|quarter|year)$/
const BY_DAYS = /^(last|next)-([1-9]\d{0,3})-days$/
const BY_AGE = /^over-(0|[1-9]\d{0,3})-days-ago$/
const FIRST_DAY = '1800-01-01'
const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

export function isRangeName(name: unknown): name is RangeName {
  if (typeof name !== 'string') return false
  if (Object.hasOwn(DAYS, name) || name === 'until-today') return true
  return BY_PERIOD.test(name) || BY_DAYS.test(name) || BY_AGE.test(name)
}

/**
 * The days a name means on the day `today`. `last-7-days` are the seven days that end today,
 * `next-7-days` the seven that begin today; `over-7-days-ago` is all that lies further back than
 * the day a week ago.
 * @throws Error for a name that is no range
 */
export function rangeOf(name: RangeName, today: DateText): DateRange {
  if (!isRangeName(name)) throw new Error(`not a range of days: ${String(name)}`)
  const period = BY_PERIOD.exec(name)
  if (period) return periodRange(period[2] as Period, STEPS[period[1] ?? ''] ?? 0, today)
  const days = BY_DAYS.exec(name)
  if (days) return daysRange(days[1] === 'next', Number(days[2]), today)
  if (name === 'until-today') return { from: FIRST_DAY, until: today }
  const age = BY_AGE.exec(name)
  if (age) return { from: FIRST_DAY, until: addDays(today, -1 - Number(age[1])) }
  const day = addDays(today, DAYS[name] ?? 0)
  return { from: day, until: day }
}

function periodRange(period: Period, steps: number, today: DateText): DateRange {
  const from = startOfNext(period, today, steps)
  return { from, until: endOf(period, from) }
}

function daysRange(ahead: boolean, count: number, today: DateText): DateRange {
  return ahead
    ? { from: today, until: addDays(today, count - 1) }
    : { from: addDays(today, 1 - count), until: today }
}
