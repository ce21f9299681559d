/** Keeps a spreadsheet from running a cell of an export as a formula; import takes that back. */

/**
 * Characters that make a spreadsheet program take a cell for a formula, also in full width
 * (OWASP, "CSV Injection").
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/u
const escaped = /^'+[=+\-@\t\r\n＝＋－＠]/u
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/u

/**
 * Puts an apostrophe before a cell that a spreadsheet could run. A cell that already looks escaped
 * gets one more, so that `unescapeCell` gives back exactly what went in, whatever the text.
 */
export function escapeCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** As `escapeCell`, for a column of numbers: -12.50 stays a number. */
export function escapeNumber(text: string): string {
  return plainNumber.test(text) ? text : escapeCell(text)
}

/** Takes away the apostrophe that `escapeCell` put there. */
export function unescapeCell(text: string): string {
  return escaped.test(text) ? text.slice(1) : text
}

/**
 * For a cell that the file marks as text (a workbook): nothing runs there, so only what the import
 * would take for an escaped cell, or for a text wrapped in `="…"`, gets its apostrophe.
 */
export function escapeMarkedText(text: string): string {
  return escaped.test(text) || text.startsWith('="') ? `'${text}` : text
}
