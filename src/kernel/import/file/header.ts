/** Finds the row of column names in a table and makes the names distinct. */
import { cellText } from './cell-text.ts'
import type { RawRow } from './table.ts'

const numberLike = /^[\d\s.,:/%+\-¥$€]*\d[\d\s.,:/%+\-¥$€]*$/u

/**
 * The row that names the columns: the first one that fills most of the table's width with words.
 * Titles, dates and account numbers stand above it in a bank's or a colleague's file.
 */
export function guessHeaderRow(lead: RawRow[]): number {
  const filled = lead.map(({ cells }) => cells.filter(hasContent).length)
  // The second widest: one row with too many cells must not set the measure.
  const wide = (filled.toSorted((a, b) => b - a)[1] ?? 0) * 0.6
  const candidates = lead.filter((_, at) => (filled[at] ?? 0) >= wide)
  const inWords = candidates.find(({ cells }) => !cells.some((cell) => numberLike.test(cell)))
  return (inWords ?? candidates[0])?.row ?? 1
}

/** Number of cells up to the last one with any content. */
export function filledWidth(cells: string[]): number {
  return cells.findLastIndex(hasContent) + 1
}

/** `Phone`, `Phone`, `` → `Phone`, `Phone (2)`, `Column 3`. */
export function distinctNames(header: string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, at) => {
    const text = cellText(header[at] ?? '')
    const name = text.replaceAll(/\s+/gu, ' ').trim() || `Column ${at + 1}`
    let distinct = name
    for (let copy = 2; taken.has(distinct); copy += 1) distinct = `${name} (${copy})`
    taken.add(distinct)
    return distinct
  })
}

function hasContent(cell: string): boolean {
  return cell.trim() !== ''
}
