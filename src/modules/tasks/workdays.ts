/** Which days one works: Monday to Friday, but for holidays and days worked in their place 調休. */
import { addDays, weekday, type DateText } from '#kernel/time/date.ts'

/** What the company's calendar says of a day; it says nothing of most. */
export type CalendarDays = ReadonlyMap<DateText, 'holiday' | 'workday'>

/** No company is closed for longer: whoever enters so many holidays has made a mistake. */
const longestPause = 366

export function isWorkday(day: DateText, days: CalendarDays): boolean {
  const said = days.get(day)
  return said === undefined ? weekday(day) <= 5 : said === 'workday'
}

/** The first workday after that day. */
export function nextWorkday(day: DateText, days: CalendarDays): DateText {
  return onWorkday(addDays(day, 1), days)
}

/** The day itself where one works then, else the next workday. */
export function onWorkday(day: DateText, days: CalendarDays): DateText {
  for (let count = 0; count < longestPause; count += 1) {
    const next = addDays(day, count)
    if (isWorkday(next, days)) return next
  }
  return day
}

/** The day itself where one works then, else the last workday before it. */
export function workdayUntil(day: DateText, days: CalendarDays): DateText {
  for (let count = 0; count < longestPause; count += 1) {
    const before = addDays(day, -count)
    if (isWorkday(before, days)) return before
  }
  return day
}
