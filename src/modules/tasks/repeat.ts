/** On which days a repeated task comes back: by the solar or the lunar calendar, on workdays. */
import { addDays, addMonths, daysBetween, partsOf, type DateText } from '#kernel/time/date.ts'
import type { LunarCalendar } from './lunar.ts'
import { onWorkday, type CalendarDays } from './workdays.ts'

export const repeats = [
  { value: 'none', label: 'Does not repeat' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'monthly', label: 'Monthly' },
  { value: 'yearly', label: 'Yearly' },
] as const
type Repeat = (typeof repeats)[number]['value']

export interface Series {
  repeat: Repeat
  /** The day from which it counts: its 31st comes back after months that have none. */
  from: DateText
  workdaysOnly: boolean
  /** No day after it. */
  until: DateText | null
}

interface Calendars {
  days: CalendarDays
  /** Of a series that goes by the lunar calendar. */
  lunar: LunarCalendar | null
}

/** So many turns are looked at; holidays do not last longer. */
const mostTurns = 400

/**
 * The first day of the series after that day; null where the series ends before. A day that is no
 * workday gives way to the next one, if workdays alone are wanted. By the lunar calendar a month is
 * a moon, leap months among them; see lunar.ts for years and for the 30th.
 */
export function nextInSeries(
  series: Series,
  after: DateText,
  { days, lunar }: Calendars,
): DateText | null {
  if (series.repeat === 'none') return null
  const turn = turnOf(series, lunar)
  const first = Math.max(1, turnsUntil(series, after) - 2)
  for (let count = first; count < first + mostTurns; count += 1) {
    const plain = turn(count)
    if (series.until !== null && plain > series.until) return null
    const day = series.workdaysOnly ? onWorkday(plain, days) : plain
    if (day > after) return day
  }
  return null
}

function turnOf({ repeat, from }: Series, lunar: LunarCalendar | null) {
  if (repeat === 'daily') return (count: number) => addDays(from, count)
  if (repeat === 'weekly') return (count: number) => addDays(from, 7 * count)
  if (repeat === 'monthly')
    return (count: number) => lunar?.moonsOn(from, count) ?? addMonths(from, count)
  return (count: number) => lunar?.yearsOn(from, count) ?? addMonths(from, 12 * count)
}

/** Not more than there are. */
function turnsUntil({ repeat, from }: Series, day: DateText): number {
  const passed = Math.max(daysBetween(from, day), 0)
  if (repeat === 'daily') return passed
  if (repeat === 'weekly') return Math.floor(passed / 7)
  const [[year], [toYear]] = [partsOf(from), partsOf(day)]
  return repeat === 'monthly' ? Math.floor(passed / 31) : Math.max(toYear - year - 1, 0)
}
