/** Dates and instants as people read them in their language and time zone. */
import type { DateText } from './date.ts'
import { partsOf } from './date.ts'
import type { InstantText } from './instant.ts'
import { momentOf } from './instant.ts'

export interface DateFormat {
  /** `short` 2026/11/23 (English 2026-11-23), `medium` 2026年11月23日, `long` with the weekday. */
  readonly style?: 'short' | 'medium' | 'long'
  /** `roc` counts years from 1912 (民國115年11月23日). */
  readonly calendar?: 'gregory' | 'roc'
}

export interface InstantFormat extends DateFormat {
  readonly timeZone: string
  /** What to show; both unless told. */
  readonly show?: 'date' | 'time' | 'both'
  readonly seconds?: boolean
}

const SHORT = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
const formats = new Map<string, Intl.DateTimeFormat>()

export function formatDate(date: DateText, locale: string, format: DateFormat = {}): string {
  const [year, month, day] = partsOf(date)
  const options = { ...dateOptions(format), timeZone: 'UTC' }
  return formatOf(locale, options).format(Date.UTC(year, month - 1, day))
}

export function formatInstant(instant: InstantText, locale: string, format: InstantFormat): string {
  const show = format.show ?? 'both'
  const date = show === 'time' ? {} : dateOptions(format)
  const options = { ...date, ...(show === 'date' ? {} : timeOptions(format)) }
  return formatOf(locale, { ...options, timeZone: format.timeZone }).format(momentOf(instant))
}

function dateOptions({ style = 'medium', calendar = 'gregory' }: DateFormat) {
  if (style === 'short') return { ...SHORT, calendar }
  const month = style === 'medium' ? ('short' as const) : ('long' as const)
  const weekday = style === 'long' ? { weekday: 'long' as const } : {}
  return { ...SHORT, ...weekday, month, calendar, ...eraOf(calendar) }
}

function eraOf(calendar: string): Intl.DateTimeFormatOptions {
  return calendar === 'roc' ? { era: 'short' } : {}
}

function timeOptions({ seconds = false }: InstantFormat): Intl.DateTimeFormatOptions {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return seconds ? { ...parts, second: '2-digit' } : parts
}

function isNumericDate(options: Intl.DateTimeFormatOptions): boolean {
  return options.month === 'numeric' && options.calendar !== 'roc'
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // In English 11/3/2026 reads as two different days; the Swedish numeric form is ISO 8601.
  const shown = locale.startsWith('en') && isNumericDate(options) ? 'sv' : locale
  const key = `${shown} ${JSON.stringify(options)}`
  const kept = formats.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat(shown, { ...options, numberingSystem: 'latn' })
  formats.set(key, made)
  return made
}
