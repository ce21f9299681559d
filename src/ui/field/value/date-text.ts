/** Dates as people type them: whole, short, relative, and by the calendar of the Republic. */
import { addDays, isDate } from '#kernel/time/date.ts'
import { parseDate } from '#kernel/time/parse-date.ts'

const TODAY = new Set(['today', 't', '今天', '今日', '今'])
const NAMED: Record<string, number> = {
  tomorrow: 1,
  明天: 1,
  後天: 2,
  后天: 2,
  yesterday: -1,
  昨天: -1,
}
/** Years of the Republic of China count from 1912 = 1. */
const REPUBLIC = 1911

/**
 * Reads a typed date against today (`YYYY-MM-DD`): `2026/11/30`, `20261130`, `11/30`, `1130`, `30`,
 * `+7`, `今天`, `115/11/30` (Republic), `2026年11月30日`. Gives `YYYY-MM-DD`, or null if it is none.
 */
export function readDate(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (TODAY.has(text)) return today
  const named = NAMED[text]
  if (named !== undefined) return addDays(today, named)
  const shift = /^([+-])(\d{1,4})$/.exec(text)
  if (shift) return addDays(today, Number(`${shift[1]}${shift[2]}`))
  return readParts(partsOf(text), today) ?? parseDate(text)
}

function partsOf(text: string): string[] {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  if (compact) return compact.slice(1)
  const time = text.replace(/[t ]+\d{1,2}:\d{2}.*$/, '').replace(/^民國|^民国/, '')
  return time.split(/[-/.年月日號号 ]+/).filter((part) => part !== '')
}

function readParts(parts: string[], today: string): string | null {
  if (parts.length === 0 || parts.length > 3) return null
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null
  const [year = '', month = ''] = today.split('-')
  if (parts.length === 1) return calendarDate(year, month, parts[0] ?? '')
  if (parts.length === 2) return calendarDate(year, parts[0] ?? '', parts[1] ?? '')
  return calendarDate(wholeYear(parts[0] ?? ''), parts[1] ?? '', parts[2] ?? '')
}

function wholeYear(year: string): string {
  if (year.length === 3) return String(Number(year) + REPUBLIC)
  return year.length === 2 ? `20${year}` : year
}

function calendarDate(year: string, month: string, day: string): string | null {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(text) ? text : null
}
