/** Days, weeks and months as a calendar names them. */
import type { Locale } from '#kernel/http/wire.ts'
import { partsOf, type DateText } from '#kernel/time/date.ts'
import type { Span } from '../shapes.ts'

function momentOf(day: DateText): number {
  const [year, month, date] = partsOf(day)
  return Date.UTC(year, month - 1, date)
}

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const calendar = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, { ...calendar, ...options })
}

/** `November 2026`, or of a week `November 22 – 28, 2026`. */
export function spanName(days: readonly DateText[], span: Span, locale: Locale): string {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  if (span === 'month') {
    // The middle of the weeks lies in the month itself.
    const middle = days[Math.floor(days.length / 2)] ?? first
    return formatOf(locale, { year: 'numeric', month: 'long' }).format(momentOf(middle))
  }
  if (span === 'day') {
    const whole = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const
    return formatOf(locale, whole).format(momentOf(first))
  }
  const format = formatOf(locale, { year: 'numeric', month: 'long', day: 'numeric' })
  return format.formatRange(momentOf(first), momentOf(last))
}

export function weekdayName(day: DateText, locale: Locale): string {
  return formatOf(locale, { weekday: 'short' }).format(momentOf(day))
}

/** `Thursday, November 5` */
export function dayName(day: DateText, locale: Locale): string {
  const options = { weekday: 'long', month: 'long', day: 'numeric' } as const
  return formatOf(locale, options).format(momentOf(day))
}

/** The number in its square; the first of a month names the month, too. */
export function dayNumber(day: DateText, locale: Locale): string {
  const [, , date] = partsOf(day)
  if (date !== 1) return String(date)
  return formatOf(locale, { month: 'short', day: 'numeric' }).format(momentOf(day))
}
