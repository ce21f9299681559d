/** Whether customers may be called now: day of the week, holidays, hours of the day. */
import { weekday } from '#kernel/time/date.ts'

export interface Hours {
  /** '0' is Sunday; none = every day. */
  days: readonly string[] | null
  /** `HH:MM` */
  begins: string
  ends: string
}

export interface Moment {
  /** `YYYY-MM-DD` and `HH:MM` in the company's time zone. */
  day: string
  time: string
  /** What the company calendar says of the day. */
  kind: 'holiday' | 'workday' | null
}

export function isCallingTime({ days, begins, ends }: Hours, { day, time, kind }: Moment): boolean {
  const isDay = days === null || days.length === 0 || days.includes(String(weekday(day) % 7))
  const isOpen = kind === 'workday' || (isDay && kind !== 'holiday')
  return isOpen && time >= begins && time < ends
}
