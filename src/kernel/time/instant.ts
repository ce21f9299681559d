/** Instants as ISO 8601 text in UTC, and how people in a time zone read and write them. */
import type { DateText } from './date.ts'
import { isDate, partsOf, today } from './date.ts'

/** `2026-11-23T10:15:00.000Z`, as `Date.toISOString` writes it. Instants sort as text. */
export type InstantText = string

const SHAPE = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/
const DAY = 86_400_000

/** True for an ISO 8601 instant with date, time and zone (`Z` or an offset). */
export function isInstant(text: unknown): text is InstantText {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null
  if (!parts || !isDate(parts[1]) || Number.isNaN(Date.parse(text as string))) return false
  return Number(parts[2]) < 24 && Number(parts[3]) < 60 && Number(parts[4] ?? 0) < 60
}

/** The instant in UTC, or null for none and for one outside years 1000 to 9999, as dates are. */
export function storableInstant(text: string): InstantText | null {
  const at = new Date(text)
  const iso = Number.isNaN(at.getTime()) ? '' : at.toISOString()
  return /^[1-9]\d{3}-/u.test(iso) ? iso : null
}

/** @throws Error when the text is no instant */
export function momentOf(instant: InstantText): Date {
  if (!isInstant(instant)) throw new Error(`not an instant: ${String(instant).slice(0, 60)}`)
  return new Date(instant)
}

/** The calendar date of the instant in the time zone. */
export function dateIn(instant: InstantText, timeZone: string): DateText {
  return today(momentOf(instant), timeZone)
}

/** The instant at which the day begins in the time zone; use it for filters by day. */
export function startOfDay(date: DateText, timeZone: string): InstantText {
  return instantOf(date, '00:00', timeZone)
}

/**
 * The instant of a wall-clock time, `HH:MM` or `HH:MM:SS`. A time that the clock shows twice (end
 * of summer time) is the earlier one; a time that it skips is moved on by the gap.
 */
export function instantOf(date: DateText, time: string, timeZone: string): InstantText {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time)
  if (!clock) throw new Error(`not a time of day: ${time.slice(0, 20)}`)
  const [year, month, day] = partsOf(date)
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)]
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const before = offsetAt(wall - DAY, timeZone)
  const after = offsetAt(wall + DAY, timeZone)
  const fits = [before, after].filter((offset) => offsetAt(wall - offset, timeZone) === offset)
  return new Date(wall - (fits.length === 0 ? before : Math.max(...fits))).toISOString()
}

/** True for an IANA name (`Asia/Taipei`) that the runtime knows. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string') return false
  try {
    wallFormat(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const wallFormats = new Map<string, Intl.DateTimeFormat>()

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  const kept = wallFormats.get(timeZone)
  if (kept) return kept
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  wallFormats.set(timeZone, format)
  return format
}

/** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = wallFormat(timeZone).formatToParts(moment)
  const valueOf = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const [year, month, day] = [valueOf('year'), valueOf('month'), valueOf('day')]
  const [hour, minute, second] = [valueOf('hour'), valueOf('minute'), valueOf('second')]
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}
