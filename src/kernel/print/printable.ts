/** Makes any text fit for paper: it keeps its words and loses what steers screens and printers. */

/** Carriage returns, vertical tabs, form feeds and Unicode's own line and paragraph separators. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Signs that turn the reading direction: with them a name can make other words read backwards. */
const directionSigns = /[\u202a-\u202e\u2066-\u2069]/g

/** Control characters but the newline, and the byte order mark. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g

/** The text with `\n` as its only line end, tabs as spaces, and no invisible steering signs. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replaceAll('\t', '  ')
    .replace(directionSigns, '')
    .replace(controls, '')
}
