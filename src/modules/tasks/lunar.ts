/** The lunar calendar 農曆: on which solar days its months, years and birthdays fall. */
import { addDays, daysBetween, dateOf, partsOf, type DateText } from '#kernel/time/date.ts'

export interface LunarDay {
  /** Of the lunar year: in January often the year before. */
  year: number
  month: number
  isLeap: boolean
  day: number
}

export interface LunarCalendar {
  lunarOf(day: DateText): LunarDay
  /** The same day of the moon, so many moons on, leap months among them; the 29th for a 30th. */
  moonsOn(day: DateText, count: number): DateText
  /** The same lunar day so many lunar years on; see `inYear`. */
  yearsOn(day: DateText, count: number): DateText
  /**
   * The solar day of a lunar day in a lunar year, as people keep birthdays and days of remembrance:
   * a day of an ordinary month stays in the ordinary month; a day of a leap month comes in the leap
   * month of a year that has it, else in the ordinary month of that number; the 30th of a month of
   * 29 days is its 29th. That is custom and no law; whoever keeps it otherwise moves the task.
   */
  inYear(day: LunarDay, year: number): DateText
}

let opened: Promise<LunarCalendar> | undefined

/** Its tables (years 1900 to 2100 and beyond) are loaded when somebody first asks. */
export function lunarCalendar(): Promise<LunarCalendar> {
  opened ??= import('lunar-javascript').then(({ Solar, LunarYear, LunarMonth }) => {
    const lunarOf = (day: DateText): LunarDay => {
      const lunar = Solar.fromYmd(...partsOf(day)).getLunar()
      const month = lunar.getMonth()
      return {
        year: lunar.getYear(),
        month: Math.abs(month),
        isLeap: month < 0,
        day: lunar.getDay(),
      }
    }
    const inYear = (wished: LunarDay, year: number): DateText => {
      const isLeap = wished.isLeap && LunarYear.fromYear(year).getLeapMonth() === wished.month
      const month = LunarMonth.fromYm(year, isLeap ? -wished.month : wished.month)
      return dayOfMoon(firstOf(month), month.getDayCount(), wished.day)
    }
    const firstOf = (month: { getFirstJulianDay(): number }) => {
      const solar = Solar.fromJulianDay(month.getFirstJulianDay())
      return dateOf(solar.getYear(), solar.getMonth(), solar.getDay())
    }
    const moonsOn = (day: DateText, count: number): DateText => {
      const { day: wished } = lunarOf(day)
      const first = moonOf(addDays(day, Math.round(count * meanMoon) - wished + 15), lunarOf)
      const next = moonOf(addDays(first, 40), lunarOf)
      return dayOfMoon(first, daysBetween(first, next), wished)
    }
    const yearsOn = (day: DateText, count: number): DateText => {
      const wished = lunarOf(day)
      return inYear(wished, wished.year + count)
    }
    return { lunarOf, inYear, moonsOn, yearsOn }
  })
  return opened
}

/** Days from new moon to new moon, on average. */
const meanMoon = 29.530_588

function dayOfMoon(first: DateText, length: number, day: number): DateText {
  return addDays(first, Math.min(day, length) - 1)
}

/** The day of the new moon with which that day's month begins. */
function moonOf(day: DateText, lunarOf: LunarCalendar['lunarOf']): DateText {
  return addDays(day, 1 - lunarOf(day).day)
}
