/** On which day somebody keeps a birthday or another yearly day, by the sun or by the moon. */
import { addMonths, partsOf, type DateText } from '#kernel/time/date.ts'
import type { LunarCalendar } from './lunar.ts'

/**
 * The first return of the day on or after `from`, never the day itself. By the sun the 29th of
 * February is kept on the 28th of other years; by the moon as `LunarCalendar.inYear` says.
 * @param lunar absent where the day is kept by the solar calendar
 */
export function nextReturn(
  day: DateText,
  from: DateText,
  lunar: LunarCalendar | null = null,
): DateText {
  const [[born], [now]] = [partsOf(day), partsOf(from)]
  // A lunar year begins up to seven weeks after the solar one.
  for (let years = Math.max(now - born - 1, 1); ; years += 1) {
    const next = lunar ? lunar.yearsOn(day, years) : addMonths(day, 12 * years)
    if (next >= from && next > day) return next
  }
}
