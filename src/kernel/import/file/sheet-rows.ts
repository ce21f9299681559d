/** Reads the rows of one sheet of a workbook, holding no more than a stretch of it in memory. */
import { fail } from '#kernel/base/fail.ts'
import { startCellText, textOf } from './cell-pieces.ts'
import type { Limits } from './limits.ts'
import { numberText, type NumberFormat } from './number-text.ts'
import type { RawRow } from './table.ts'
import type { Workbook } from './workbook.ts'
import { attribute, readXml, type XmlEvents } from './xml.ts'
import type { Zip } from './zip.ts'

const plain: NumberFormat = { kind: 'plain' }

interface Cell {
  column: number
  type: string
  style: number
}

/**
 * Rows of a sheet with their numbers as in Excel; cells are exact text, a formula gives its value.
 * @throws {Refusal} `import.too-many-rows`, `import.damaged-file`, `import.file-too-large`
 */
export async function* sheetRows(
  zip: Zip,
  part: string,
  workbook: Workbook,
  limits: Limits,
): AsyncGenerator<RawRow> {
  const ready: RawRow[] = []
  const events = rowEvents(workbook, limits, ready)
  for await (const _ of readXml(zip.stream(part, limits.sheetBytes), events)) {
    yield* ready.splice(0)
  }
}

function rowEvents(workbook: Workbook, limits: Limits, ready: RawRow[]): XmlEvents {
  const pieces = startCellText(limits)
  let row: RawRow = { row: 0, cells: [] }
  let cell: Cell = { column: -1, type: '', style: 0 }
  let seen = 0
  return {
    open(tag, attributes) {
      if (tag === 'c') cell = cellAt(attributes, cell.column)
      else if (tag === 'row') {
        row = { row: Number(attribute(attributes, 'r') ?? row.row + 1), cells: [] }
        cell = { column: -1, type: '', style: 0 }
      } else pieces.open(tag, attributes)
    },
    text: (piece) => pieces.text(piece),
    close(tag) {
      if (tag === 'c') place(row, cell, valueOf(pieces.take(), cell, workbook), limits)
      else if (tag === 'row') {
        seen += 1
        // Empty rows count too: a file of nothing but rows would keep the machine busy for hours.
        if (seen > limits.rows * 2) fail('import.too-many-rows', { limit: limits.rows })
        if (row.cells.length > 0) ready.push(row)
      } else pieces.close(tag)
    },
  }
}

function cellAt(attributes: string, previous: number): Cell {
  const place = attribute(attributes, 'r')
  return {
    column: place === undefined ? previous + 1 : columnOf(place),
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? 0),
  }
}

/** `C7` → 2. */
function columnOf(place: string): number {
  let column = 0
  for (const letter of place.toUpperCase()) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

function valueOf(stored: string, cell: Cell, workbook: Workbook): string {
  switch (cell.type) {
    case 's':
      return workbook.sharedTexts[Number(stored)] ?? ''
    case 'str':
    case 'inlineStr':
      return textOf(stored)
    case 'b':
      return stored === '' ? '' : String(stored === '1' || stored === 'true')
    case 'd':
      return stored.replace(/T00:00:00(?:\.0+)?Z?$/u, '').replace('T', ' ')
    case 'e':
      return stored
    default:
      return numberText(stored, workbook.formats[cell.style] ?? plain, workbook.starts1904)
  }
}

/** A cell far to the right would make a row of thousands of empty cells: it is only reported. */
function place(row: RawRow, cell: Cell, value: string, limits: Limits): void {
  if (value === '' || cell.column < 0) return
  if (cell.type === 'e') row.problem = 'import.error-value'
  if (cell.column >= limits.columns) {
    row.problem = 'import.too-many-cells'
    return
  }
  while (row.cells.length < cell.column) row.cells.push('')
  row.cells[cell.column] = value
}
