/** The parts of lunar-javascript that the lunar calendar uses; the package brings no types. */
declare module 'lunar-javascript' {
  interface SolarDay {
    getYear(): number
    getMonth(): number
    getDay(): number
    getLunar(): LunarDate
  }
  interface LunarDate {
    getYear(): number
    /** Negative for a leap month. */
    getMonth(): number
    getDay(): number
  }
  export const Solar: {
    fromYmd(year: number, month: number, day: number): SolarDay
    fromJulianDay(day: number): SolarDay
  }
  export const LunarYear: {
    /** The leap month's number; 0 where the year has none. */
    fromYear(year: number): { getLeapMonth(): number }
  }
  export const LunarMonth: {
    fromYm(year: number, month: number): { getDayCount(): number; getFirstJulianDay(): number }
  }
}
