/** Reads the rows of a text file with separators, one stretch of text at a time. */
import { CsvError, parse, type Parser } from 'csv-parse'
import { fail } from '#kernel/base/fail.ts'
import type { Limits } from './limits.ts'
import type { Separator } from './separator.ts'
import type { RawRow } from './table.ts'

/**
 * Rows of a CSV text with the line on which each starts; empty lines are rows of one empty cell.
 * Quotes that stand inside a cell without quotes are kept as they are.
 * @throws {Refusal} `import.unclosed-quote`, `import.row-too-long`, each with the line
 */
export async function* csvRows(
  text: AsyncIterable<string> | Iterable<string>,
  separator: Separator,
  limits: Limits,
): AsyncGenerator<RawRow> {
  let reading: Reading | undefined
  let line = 1
  function* takeReady({ ready, problem }: Reading): Generator<RawRow> {
    for (const cells of ready.splice(0)) {
      yield { row: line, cells }
      line += linesOf(cells)
    }
    if (problem) refuse(problem, line, limits)
  }
  for await (const stretch of text) {
    const { parser } = (reading ??= startReading(stretch, separator, limits))
    await new Promise((resolve) => parser.write(stretch, resolve))
    yield* takeReady(reading)
  }
  if (!reading) return
  const { parser } = reading
  await new Promise<void>((resolve) => parser.once('close', resolve).end())
  yield* takeReady(reading)
}

interface Reading {
  parser: Parser
  ready: string[][]
  problem: Error | undefined
}

/** Rows are handed over by `on_record`, so nothing waits in the parser when the reader is slow. */
function startReading(head: string, separator: Separator, limits: Limits): Reading {
  const ready: string[][] = []
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // `1, "a, b"`: only where a file does so; elsewhere a space belongs to the cell.
    ltrim: new RegExp(`[${separator}] +"[^"]`, 'u').test(head),
    // `"-1.00" ,`
    rtrim: true,
    max_record_size: limits.rowCharacters,
    on_record(cells: string[]): null {
      ready.push(cells)
      return null
    },
  })
  const reading: Reading = { parser, ready, problem: undefined }
  parser.on('error', (problem) => (reading.problem = problem))
  parser.resume()
  return reading
}

function refuse(problem: Error, row: number, limits: Limits): never {
  if (problem instanceof CsvError && problem.code === 'CSV_QUOTE_NOT_CLOSED') {
    fail('import.unclosed-quote', { row })
  }
  if (problem instanceof CsvError && problem.code === 'CSV_MAX_RECORD_SIZE') {
    fail('import.row-too-long', { row, limit: limits.rowCharacters })
  }
  throw problem
}

/** The parser's own line count takes a CR LF inside quotes for two lines. */
function linesOf(cells: string[]): number {
  let lines = 1
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) lines += cell.match(/\r\n|\n|\r/gu)?.length ?? 0
  }
  return lines
}
