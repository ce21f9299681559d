/** A block of cells as spreadsheets copy it: tabs between cells, line breaks between rows. */

/**
 * Reads copied cells. A cell in quotes may hold tabs, line ends and doubled quotes; the empty line
 * that spreadsheets put at the end is no row.
 */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  const normal = text.replace(/\r\n?/g, '\n')
  let at = 0
  while (at <= normal.length) {
    const { cell, end } = readCell(normal, at)
    rows.at(-1)?.push(cell)
    if (end >= normal.length) break
    if (normal[end] === '\n') rows.push([])
    at = end + 1
  }
  const last = rows.at(-1)
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

function readCell(text: string, start: number): { cell: string; end: number } {
  if (text[start] === '"') {
    const quoted = readQuoted(text, start + 1)
    if (quoted) return quoted
  }
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { cell: text.slice(start, end), end }
}

/** Null where the quote is no opening quote but part of the text, as in `"12 inch`. */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = ''
  for (let at = start; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else {
      const next = text[at + 1]
      return next === undefined || next === '\t' || next === '\n' ? { cell, end: at + 1 } : null
    }
  }
  return null
}

/** Writes cells so that a spreadsheet takes them back as they are. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quote).join('\t')).join('\n')
}
