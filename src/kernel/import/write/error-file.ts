/** Gives the rows that an import refused back to the person, each with the reason beside it. */
import type { Readable } from 'node:stream'
import { byteStream, csvLine } from './csv-line.ts'
import { escapeCell } from './escape.ts'

export interface RejectedRow {
  /** Line or row of the imported file. */
  row: number
  cells: string[]
  /** The reason, in the person's language. */
  problem: string
}

export interface ErrorFileLabels {
  row: string
  problem: string
}

/**
 * A CSV file with the original columns, then the row number and the problem; put right, it can be
 * imported again as it is. Cells beyond the header follow after the problem, so that none is lost.
 */
export function writeErrorFile(
  header: string[],
  rejected: AsyncIterable<RejectedRow>,
  labels: ErrorFileLabels = { row: 'Row', problem: 'Problem' },
): Readable {
  return byteStream(lines(header, rejected, labels))
}

async function* lines(
  header: string[],
  rejected: AsyncIterable<RejectedRow>,
  labels: ErrorFileLabels,
): AsyncGenerator<string> {
  yield csvLine([...header, labels.row, labels.problem].map(escapeCell))
  for await (const { row, cells, problem } of rejected) {
    const own = header.map((_, at) => cells[at] ?? '')
    const beyond = cells.slice(header.length)
    yield csvLine([...own, String(row), problem, ...beyond].map(escapeCell))
  }
}
