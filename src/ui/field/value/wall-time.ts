/** What the clock on the company's wall shows at a moment. */
import { dateIn, momentOf } from '#kernel/time/instant.ts'
import { formatInstant } from '#kernel/time/format.ts'

/** `2026-11-23T18:15` for the instant, in the time zone. */
export function wallTimeOf(instant: string, timeZone: string): string {
  const moment = momentOf(instant).toISOString()
  const time = formatInstant(moment, 'en', { timeZone, show: 'time' })
  return `${dateIn(moment, timeZone)}T${time}`
}
