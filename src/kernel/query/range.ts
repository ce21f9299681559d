/** Days by name, for names that came from outside. */
import { isRangeName, rangeOf, type DateRange } from '../time/date-range.ts'

/** 'last-7-days' on 2026-11-23 → { from, until }; null for a name that is none. */
export function rangeOn(name: string, today: string): DateRange | null {
  return isRangeName(name) ? rangeOf(name, today) : null
}
