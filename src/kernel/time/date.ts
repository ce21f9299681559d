/** Calendar dates as `YYYY-MM-DD` text, years 1000 to 9999, without time and time zone. */

/** A real day of the Gregorian calendar, e.g. `2026-11-23`. Dates sort as text. */
export type DateText = string

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year'

const SHAPE = /^([1-9]\d{3})-(\d\d)-(\d\d)$/
const DAY = 86_400_000

export function isDate(text: unknown): text is DateText {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null
  return parts !== null && isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** True for a real day; months count from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** @throws Error when there is no such day, or the year is outside 1000 to 9999 */
export function dateOf(year: number, month: number, day: number): DateText {
  const text = [year, pad(month), pad(day)].join('-')
  if (!isDate(text)) throw new Error(`not a date: ${text}`)
  return text
}

/** @throws Error when the result leaves the years 1000 to 9999 */
export function addDays(date: DateText, days: number): DateText {
  return fromMoment(toMoment(date) + days * DAY)
}

/** The same day so many months on; the last of the month where it has no such day. */
export function addMonths(date: DateText, months: number): DateText {
  const [year, month, day] = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return (toMoment(to) - toMoment(from)) / DAY
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: DateText): number {
  return new Date(toMoment(date)).getUTCDay() || 7
}

/** First day of the period the date is in; weeks begin on Monday. */
export function startOf(period: Period, date: DateText): DateText {
  const [year, month] = partsOf(date)
  if (period === 'day') return date
  if (period === 'week') return addDays(date, 1 - weekday(date))
  if (period === 'month') return dateOf(year, month, 1)
  if (period === 'quarter') return dateOf(year, month - ((month - 1) % 3), 1)
  return dateOf(year, 1, 1)
}

/** Last day of the period the date is in; weeks end on Sunday. */
export function endOf(period: Period, date: DateText): DateText {
  if (period === 'day') return date
  if (period === 'week') return addDays(startOf('week', date), 6)
  const months = period === 'month' ? 1 : period === 'quarter' ? 3 : 12
  return addDays(addMonths(startOf(period, date), months), -1)
}

/** The first day of the period so many periods later (or earlier, when negative). */
export function startOfNext(period: Period, date: DateText, count: number): DateText {
  const start = startOf(period, date)
  if (period === 'day') return addDays(start, count)
  if (period === 'week') return addDays(start, count * 7)
  return addMonths(start, count * (period === 'month' ? 1 : period === 'quarter' ? 3 : 12))
}

/**
 * The day it is at the instant `now` in the time zone (IANA name).
 * @throws RangeError for an unknown time zone
 */
export function today(now: Date, timeZone: string): DateText {
  const parts = dayFormat(timeZone).formatToParts(now)
  const valueOf = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return dateOf(valueOf('year'), valueOf('month'), valueOf('day'))
}

/** Year, month (from 1) and day. @throws Error when the text is no date */
export function partsOf(date: DateText): [year: number, month: number, day: number] {
  if (!isDate(date)) throw new Error(`not a date: ${String(date).slice(0, 60)}`)
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const kept = dayFormats.get(timeZone)
  if (kept) return kept
  const calendar = { calendar: 'gregory', numberingSystem: 'latn' } as const
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en', { timeZone, ...calendar, ...fields })
  dayFormats.set(timeZone, format)
  return format
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function toMoment(date: DateText): number {
  const [year, month, day] = partsOf(date)
  return Date.UTC(year, month - 1, day)
}

function fromMoment(moment: number): DateText {
  const date = new Date(moment)
  return dateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
