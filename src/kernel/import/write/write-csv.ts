/** Writes rows as a CSV file: UTF-8 with byte order mark, CR LF, safe to open in a spreadsheet. */
import type { Readable } from 'node:stream'
import { wallClock, type WriteColumn, type WriteOptions, type WriteRow } from './column.ts'
import { byteStream, csvLine } from './csv-line.ts'
import { escapeCell, escapeNumber } from './escape.ts'

/**
 * Rows are asked for only as fast as the stream is read; memory does not grow with their number.
 * An error of the rows destroys the stream with that error.
 */
export function writeCsv(
  columns: WriteColumn[],
  rows: AsyncIterable<WriteRow>,
  options: WriteOptions = {},
): Readable {
  return byteStream(csvLines(columns, rows, options))
}

async function* csvLines(
  columns: WriteColumn[],
  rows: AsyncIterable<WriteRow>,
  { timeZone }: WriteOptions,
): AsyncGenerator<string> {
  const clock = timeZone === undefined ? undefined : wallClock(timeZone)
  yield csvLine(columns.map(({ label }) => escapeCell(label)))
  for await (const row of rows) {
    yield csvLine(columns.map(({ key, kind }) => cellOf(row[key] ?? '', kind, clock)))
  }
}

function cellOf(
  value: string,
  kind: WriteColumn['kind'],
  clock: ((instant: string) => string) | undefined,
): string {
  if (kind === 'number') return escapeNumber(value)
  if (kind === 'instant' && clock && value !== '') return clock(value)
  return escapeCell(value)
}
