/** How wide the columns of the line grid are: wide enough for their headings and what they name. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { fold } from '#ui/field/value/read-text.ts'
import type { Line } from './grid-lines.ts'
import { shownText, type GridReader } from './grid-text.ts'

const WIDTHS: Partial<Record<FieldKind, number>> = {
  ref: 84,
  person: 110,
  text: 164,
  longText: 180,
  integer: 72,
  decimal: 84,
  money: 100,
  percent: 66,
  date: 108,
  instant: 136,
  boolean: 56,
  choice: 100,
  currency: 66,
}

/** The first column says what the line is about and gets the most room. */
const FIRST = 210
/** For reading it need not be wider than what stands in it. */
const FIRST_READ = 130
const WIDEST = 220
/** So many lines are looked at; the rest is likely to be of the same kind. */
const MEASURED = 60

/**
 * Widths in pixels. While lines are typed only names that were picked widen a column, so that it
 * stays where it is under the figures; for reading every column fits what it shows.
 */
export function widthsOf(
  columns: readonly FieldMeta[],
  lines: readonly Line[],
  how: GridReader,
  isRead: boolean,
): number[] {
  const measured = lines.slice(0, MEASURED)
  return columns.map((field, at) => {
    const content = () => Math.max(0, ...measured.map((line) => textWidth(field, line, how)))
    const usual = WIDTHS[field.kind] ?? 130
    if (at === 0) return isRead ? between(FIRST_READ, content(), FIRST) : FIRST
    const heading = headingWidth(field)
    if (isRead) return Math.max(heading, between(56, content(), Math.max(usual, WIDEST)))
    return Math.max(heading, field.kind === 'ref' ? between(usual, content(), WIDEST) : usual)
  })
}

function between(least: number, wish: number, most: number): number {
  return Math.max(least, Math.min(wish, most))
}

function headingWidth(field: FieldMeta): number {
  const words = `${fold(field.label)}${field.required ? ' *' : ''}`
  return 24 + widthOfText(words, 13, 7)
}

function textWidth(field: FieldMeta, line: Line, how: GridReader): number {
  return 20 + widthOfText(shownText(field, line, how), 14, 8.5)
}

function widthOfText(text: string, wide: number, narrow: number): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? wide : narrow), 0)
}
