/** Says what is wrong with a row as such: too long, too short, cells that are not as meant. */
import { cellText, isUnreadable } from './cell-text.ts'
import type { Encoding } from './encoding.ts'
import { filledWidth } from './header.ts'
import type { Limits } from './limits.ts'
import type { RawRow, RowNotice, RowProblem, TableRow } from './table.ts'

export interface RowRules {
  kind: 'csv' | 'xlsx'
  width: number
  limits: Limits
  encoding?: Encoding
}

/** The row with its cells cleaned and what is to be said of it; cells stay as many as they are. */
export function checkedRow(raw: RawRow, rules: RowRules): TableRow {
  const { width, limits } = rules
  const joined = rules.kind === 'csv' ? joinedCells(raw.cells, width) : undefined
  const filled = joined?.length ?? filledWidth(raw.cells)
  const count = Math.min(Math.max(filled, width), limits.columns)
  const cells = (joined ?? raw.cells).slice(0, count).map(cellText)
  const tooLong = cells.some((cell) => cell.length > limits.cellCharacters)
  const unreadable = cells.filter((cell) => isUnreadable(cell, rules.encoding)).length
  const problem =
    countProblem(raw, filled, rules) ??
    raw.problem ??
    (tooLong ? 'import.cell-too-long' : undefined)
  const notice: RowNotice = joined ? 'import.cells-joined' : 'import.unreadable-characters'
  return {
    row: raw.row,
    cells: tooLong ? cells.map((cell) => cell.slice(0, limits.cellCharacters)) : cells,
    ...(problem && { problem }),
    ...((joined || unreadable > 0) && { notice }),
    ...(unreadable > 0 && { unreadable }),
  }
}

/** A sheet has no cells after the last filled one, so only a text file can have too few. */
function countProblem(raw: RawRow, filled: number, rules: RowRules): RowProblem | undefined {
  if (filled > rules.width) return 'import.too-many-cells'
  return rules.kind === 'csv' && raw.cells.length < rules.width ? 'import.too-few-cells' : undefined
}

/**
 * `C/ Araquil, 67` without quotes makes two cells of an address. Where just as many cells as there
 * are too many begin with a space, they belong to the cell before; undefined where it is not clear.
 */
function joinedCells(cells: string[], width: number): string[] | undefined {
  const excess = cells.length - width
  if (excess <= 0) return undefined
  const isTail = (cell: string, at: number): boolean => at > 0 && /^ \S/u.test(cell)
  if (cells.filter(isTail).length !== excess) return undefined
  const joined: string[] = []
  for (const [at, cell] of cells.entries()) {
    if (isTail(cell, at)) joined.push(`${joined.pop()},${cell}`)
    else joined.push(cell)
  }
  return joined
}
