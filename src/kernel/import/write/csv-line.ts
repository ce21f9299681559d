/** Writes lines of a CSV file that every spreadsheet opens (RFC 4180). */
import { Readable } from 'node:stream'

/** Tells Excel that the file is UTF-8. */
export const byteOrderMark = '\uFEFF'
const stretch = 64 * 1024

/** Semicolons and tabs too: a spreadsheet of another country splits cells at them. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/u

export function csvLine(cells: string[]): string {
  const line = cells.map((cell) =>
    needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  // A row of one empty cell must not look like an empty line, which is no row.
  return `${line.length === 1 && line[0] === '' ? '""' : line.join(',')}\r\n`
}

/** A stream of bytes out of lines, in stretches of about 64 KB; lines are made only when wanted. */
export function byteStream(lines: AsyncIterable<string>): Readable {
  return Readable.from(inStretches(lines), { objectMode: false })
}

async function* inStretches(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting = byteOrderMark
  for await (const line of lines) {
    waiting += line
    if (waiting.length < stretch) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (waiting !== '') yield Buffer.from(waiting)
}
