/** Turns the text of a cell into what a workbook keeps: a number, a date, a truth, or text. */
import type { CellValue } from 'hucre/xlsx'
import { isDate } from '#kernel/time/date.ts'
import type { WriteColumn } from './column.ts'
import { escapeMarkedText } from './escape.ts'

const longestText = 32_767
const canonicalNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u
/** Before this day Excel's calendar is wrong (it knows a 29 February 1900). */
const firstSafeDate = '1900-03-01'

export type Clock = (instant: string) => string

/** Values that a workbook cannot keep exactly stay text. */
export function xlsxCell(
  value: string | null,
  kind: WriteColumn['kind'],
  clock?: Clock,
): CellValue {
  if (value === null || value === '') return null
  if (kind === 'number' && isExact(value)) return Number(value)
  if (kind === 'boolean' && /^(?:true|false)$/u.test(value)) return value === 'true'
  if (kind === 'date') return dateCell(value) ?? xlsxText(value)
  if (kind === 'instant' && clock) return momentCell(clock(value)) ?? xlsxText(value)
  return xlsxText(value)
}

/** Text as a workbook can hold it: no longer than Excel allows, with nothing that XML forbids. */
export function xlsxText(text: string): string {
  const safe = escapeMarkedText(text)
    .toWellFormed()
    .replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD')
  const short = safe.length > longestText ? `${safe.slice(0, longestText - 1)}…` : safe
  // What looks like an escaped character must not be read as one.
  return short.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
}

/** Excel keeps 15 digits; a number that has more would come back as another one. */
function isExact(value: string): boolean {
  if (!canonicalNumber.test(value)) return false
  const digits = value.replaceAll(/[-.]/gu, '').replace(/^0+/u, '')
  return digits.length <= 15
}

function dateCell(value: string): Date | undefined {
  return isDate(value) && value >= firstSafeDate ? new Date(`${value}T00:00:00Z`) : undefined
}

/** A workbook knows no time zones: the time is kept as it stands on the clock. */
function momentCell(wall: string): Date | undefined {
  const moment = new Date(`${wall.replace(' ', 'T')}Z`)
  return wall < firstSafeDate || Number.isNaN(moment.getTime()) ? undefined : moment
}
