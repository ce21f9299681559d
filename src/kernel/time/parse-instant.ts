/** Reads moments as people and spreadsheets write them, in the time zone they wrote them in. */
import type { InstantText } from './instant.ts'
import { instantOf, isInstant } from './instant.ts'
import type { DateOrder } from './parse-date.ts'
import { parseDate } from './parse-date.ts'

const CLOCK =
  /^(.*?)(?:[ T]+|[ T]*(上午|下午) *)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)? ?([AaPp][Mm])?$/

/**
 * The instant, or null when the text is none: ISO with a zone as it stands, else a date as
 * `parseDate` reads it, with or without a time (`13:05`, `1:05 PM`, `下午 01:05:00`), in `timeZone`.
 */
export function parseInstant(
  text: string,
  timeZone: string,
  order?: DateOrder,
): InstantText | null {
  if (text.length > 80) return null
  const plain = text.normalize('NFKC').trim()
  const zoned = plain
    .replace(/^(\S+) (?=\d\d:\d\d)/, '$1T')
    .replace(/ ?(Z|[+-]\d\d):?(\d\d)?$/, (_, zone: string, rest = '00') =>
      zone === 'Z' ? zone : `${zone}:${rest}`,
    )
  if (isInstant(zoned)) return new Date(zoned).toISOString()
  const clock = CLOCK.exec(plain)
  if (!clock && plain.includes(':')) return null
  const date = parseDate(clock?.[1] ?? plain, order)
  const time = clock ? timeOf(clock) : '00:00'
  if (!date || !time) return null
  const thousandths = Number((clock?.[6] ?? '').slice(0, 3).padEnd(3, '0'))
  return new Date(Date.parse(instantOf(date, time, timeZone)) + thousandths).toISOString()
}

function timeOf([, , chinese, hours, minutes, seconds = '00', , latin]: RegExpExecArray) {
  const half = chinese ?? latin?.toLowerCase()
  const hour = Number(hours)
  if (half && (hour < 1 || hour > 12)) return null
  const afternoon = half === '下午' || half === 'pm'
  const shown = half ? (hour % 12) + (afternoon ? 12 : 0) : hour
  if (shown > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return `${String(shown).padStart(2, '0')}:${minutes}:${seconds}`
}
