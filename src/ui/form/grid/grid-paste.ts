/** Blocks of cells that go into a line grid from a spreadsheet, and out of it into one. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { newLine, withTyped } from './grid-lines.ts'
import type { Line, LineMaker } from './grid-lines.ts'
import type { Range } from './grid-state.ts'

export interface Paste {
  cells: readonly (readonly string[])[]
  columns: readonly FieldMeta[]
  maker: LineMaker
  /** `YYYY-MM-DD`, for short dates. */
  today: string
}

/** At most this many lines are made by one paste. */
export const PASTE_LIMIT = 2000

/**
 * Puts the block where the selection begins and adds the lines it needs. One copied cell fills the
 * whole selection. A first row that names columns is no line: it says which column is which.
 */
export function pasteCells(lines: readonly Line[], range: Range, paste: Paste): Line[] {
  const headed = headerOf(paste)
  const columns = headed ?? paste.columns.slice(range.left)
  const cells = headed ? paste.cells.slice(1) : spread(paste.cells, range)
  const next = [...lines]
  cells.slice(0, PASTE_LIMIT).forEach((texts, index) => {
    const row = range.top + index
    next[row] = pasteRow(next[row] ?? newLine(paste.maker), texts, columns, paste.today)
  })
  return next
}

function spread(cells: Paste['cells'], range: Range): Paste['cells'] {
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined
  if (only === undefined) return cells
  const width = range.right - range.left + 1
  return Array.from({ length: range.bottom - range.top + 1 }, () => Array(width).fill(only))
}

/** References first: what they empty must not be what the same row brings. */
function pasteRow(
  line: Line,
  texts: readonly string[],
  columns: readonly (FieldMeta | undefined)[],
  today: string,
): Line {
  const given = texts.flatMap((text, index) => {
    const field = columns[index]
    return field && isWritable(field) ? [{ field, text }] : []
  })
  const byFills = given.toSorted((a, b) => Number(!a.field.fills) - Number(!b.field.fills))
  return byFills.reduce((next, { field, text }) => withTyped(next, field, text, today), line)
}

/** The column of each cell of the first row, if it is a row of column names; else null. */
function headerOf({ cells, columns }: Paste): (FieldMeta | undefined)[] | null {
  const first = cells[0]
  if (!first || cells.length < 2 || first.length < 2) return null
  const byLabel = new Map(columns.map((field) => [fold(field.label), field]))
  const found = first.map((text) => byLabel.get(fold(text)))
  return found.every((field) => field !== undefined) ? found : null
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase()
}

/** The texts of a selection, row by row, as `textOf` writes each cell. */
export function copyCells(
  lines: readonly Line[],
  range: Range,
  columns: readonly FieldMeta[],
  textOf: (field: FieldMeta, line: Line) => string,
): string[][] {
  const copied = columns.slice(range.left, range.right + 1)
  return lines
    .slice(range.top, range.bottom + 1)
    .map((line) => copied.map((field) => line.$text?.[field.name] ?? textOf(field, line)))
}
