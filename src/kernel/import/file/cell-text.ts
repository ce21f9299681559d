/** Brings the text of a cell into a form that can be stored, and says what was lost on the way. */
import { unescapeCell } from '../write/escape.ts'
import type { Encoding } from './encoding.ts'

/** Where the code lacked a character, the program that saved the file put `?` in its place. */
const lossyEncodings: ReadonlySet<Encoding> = new Set(['gb18030', 'big5'])
const lost = /\?\p{Script=Han}|\p{Script=Han}\?\?|^\?{2,}$/u

// oxlint-disable-next-line no-control-regex -- a zero byte is exactly what is looked for
const needsRepair = /[\u0000\uD800-\uDFFF]/u
const formulaText = /^="((?:[^"]|"")*)"$/u

/**
 * The text that a person meant: without the apostrophe of a spreadsheet-safe export, without the
 * `="…"` by which programs keep leading zeros, without zero bytes and halves of characters.
 */
export function cellText(cell: string): string {
  const text = needsRepair.test(cell) ? cell.toWellFormed().replaceAll('\0', '\uFFFD') : cell
  if (text.startsWith("'")) return unescapeCell(text)
  const wrapped = text.startsWith('="') ? formulaText.exec(text)?.[1] : undefined
  return wrapped === undefined ? text : wrapped.replaceAll('""', '"')
}

/** True when characters of the cell could not be read, or were lost when the file was saved. */
export function isUnreadable(cell: string, encoding: Encoding | undefined): boolean {
  if (cell.includes('\uFFFD')) return true
  return encoding !== undefined && lossyEncodings.has(encoding) && lost.test(cell)
}
