/** Days that move with the calendar: 'this-month.from' is the first of whichever month it is. */
import { isRangeName, rangeOf } from '../time/date-range.ts'

/** The day that the word means today; null for a text that is no such word. */
export function movedDay(text: unknown, today: string): string | null {
  if (typeof text !== 'string') return null
  const [name = '', end = '', ...others] = text.split('.')
  if (others.length > 0 || !isRangeName(name)) return null
  const { from, until } = rangeOf(name, today)
  if (end === 'from') return from
  return end === 'until' ? until : null
}

export function movedDays<T extends Record<string, unknown>>(values: T, today: string): T {
  const moved = Object.entries(values).map(([key, value]) => [key, movedDay(value, today) ?? value])
  return Object.fromEntries(moved) as T
}
