/** Writes rows as an Excel workbook: a header that stays in sight, real numbers and dates. */
import { Readable } from 'node:stream'
import { writeXlsxStream, type CellValue, type ColumnDef } from 'hucre/xlsx'
import { wallClock, type WriteColumn, type WriteOptions, type WriteRow } from './column.ts'
import { xlsxCell, xlsxText } from './xlsx-cell.ts'
import { lookOf, type ColumnLook } from './xlsx-look.ts'

/** Rows looked at for the width of the columns and the decimals of numbers. */
const lookRows = 200

export interface XlsxOptions extends WriteOptions {
  /** Name of the sheet; characters that Excel does not take are left out. */
  sheet?: string
}

/**
 * Rows are asked for only as fast as the stream is read; memory does not grow with their number.
 * More rows than a sheet holds (1,048,575) go on in a second sheet.
 * An error of the rows destroys the stream with that error.
 */
export function writeXlsx(
  columns: WriteColumn[],
  rows: AsyncIterable<WriteRow>,
  options: XlsxOptions = {},
): Readable {
  return Readable.from(workbook(columns, rows, options), { objectMode: false })
}

async function* workbook(
  columns: WriteColumn[],
  rows: AsyncIterable<WriteRow>,
  { timeZone, sheet = 'Sheet1' }: XlsxOptions,
): AsyncGenerator<Uint8Array> {
  const clock = timeZone === undefined ? undefined : wallClock(timeZone)
  const toCells = (row: WriteRow): CellValue[] =>
    columns.map(({ key, kind }) => xlsxCell(row[key] ?? null, kind, clock))
  const source = rows[Symbol.asyncIterator]()
  try {
    const first = await take(source, lookRows)
    const firstCells = first.map(toCells)
    const looks = columns.map((column, at) => {
      const texts = first.map((row) => row[column.key] ?? '').filter((text) => text !== '')
      return lookOf(
        column,
        texts,
        firstCells.map((cells) => cells[at] ?? null),
      )
    })
    const defs = headerColumns(columns, looks)
    const body = bodyRows(firstCells, source, toCells, () => styleBody(defs, looks))
    const freezePane = { rows: 1 }
    yield* writeXlsxStream(body, { name: sheetName(sheet), columns: defs, freezePane })
  } finally {
    await source.return?.()
  }
}

/** The writer gives the header the style of its column: it is bold until the first row is asked. */
function headerColumns(columns: WriteColumn[], looks: ColumnLook[]): ColumnDef[] {
  return columns.map(({ label }, at) => ({
    header: xlsxText(label),
    width: looks[at]?.width ?? 10,
    style: { font: { bold: true } },
  }))
}

function styleBody(defs: ColumnDef[], looks: ColumnLook[]): void {
  for (const [at, def] of defs.entries()) def.style = looks[at]?.style ?? {}
}

async function* bodyRows(
  first: CellValue[][],
  source: AsyncIterator<WriteRow>,
  toCells: (row: WriteRow) => CellValue[],
  start: () => void,
): AsyncGenerator<CellValue[]> {
  start()
  yield* first
  for (let next = await source.next(); !next.done; next = await source.next()) {
    yield toCells(next.value)
  }
}

async function take(source: AsyncIterator<WriteRow>, count: number): Promise<WriteRow[]> {
  const rows: WriteRow[] = []
  while (rows.length < count) {
    const next = await source.next()
    if (next.done) break
    rows.push(next.value)
  }
  return rows
}

/** Excel takes at most 31 characters, none of `[]:*?/\`, no apostrophe at either end. */
function sheetName(wanted: string): string {
  const allowed = wanted.replaceAll(/[[\]:*?/\\]/gu, ' ').slice(0, 31)
  const name = allowed.replaceAll(/^['\s]+|['\s]+$/gu, '')
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet1' : name
}
