/** Business cards (vCard 2.1, 3.0 and 4.0) as the rows of a table: one card, one row. */
import { readCard, type CardLine } from './card-lines.ts'
import type { Limits } from './limits.ts'
import type { RawRow } from './table.ts'

/** By names that the columns of companies, people and leads are known by. */
const columns: readonly [name: string, value: (lines: readonly CardLine[]) => string][] = [
  ['Company name', (lines) => part(lines, 'ORG', 0) || fullName(lines)],
  ['Contact name', fullName],
  ['Job title', (lines) => text(lines, 'TITLE') || text(lines, 'ROLE')],
  ['Telephone', (lines) => number(lines, /^(?!.*(?:CELL|FAX|PAGER|MODEM|BBS))/u)],
  ['Mobile', (lines) => number(lines, /CELL/u)],
  ['Fax', (lines) => number(lines, /FAX/u)],
  ['E-mail', (lines) => text(preferred(lines), 'EMAIL').replace(/^mailto:/iu, '')],
  ['Website', (lines) => text(preferred(lines), 'URL')],
  ['Street', (lines) => joined(address(lines).slice(0, 3), ' ')],
  ['City', (lines) => address(lines)[3] ?? ''],
  ['Province', (lines) => address(lines)[4] ?? ''],
  ['Postal code', (lines) => address(lines)[5] ?? ''],
  ['Country', (lines) => address(lines)[6] ?? ''],
  ['Birthday', (lines) => birthday(text(lines, 'BDAY'))],
  [
    'Note',
    (lines) =>
      joined(
        all(lines, 'NOTE').map(({ value }) => value),
        '\n',
      ),
  ],
]

/** Whether a text begins as such a file does. */
export function isCards(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCARD/iu.test(text)
}

/** The names of the columns first; a card that has no end is left out. */
export async function* cardRows(
  stretches: AsyncIterable<string> | Iterable<string>,
  { rowCharacters }: Limits,
): AsyncGenerator<RawRow> {
  yield { row: 1, cells: columns.map(([name]) => name) }
  let row = 1
  let rest = ''
  for await (const stretch of stretches) {
    const cards = (rest + stretch).split(/^END:VCARD[^\S\n]*$/imu)
    rest = cards.pop() ?? ''
    for (const card of cards) yield { row: (row += 1), ...cellsOf(card) }
    // A picture that is longer than any card may be, or a file that only begins like one.
    if (rest.length > rowCharacters * 10) return
  }
}

function cellsOf(card: string): Pick<RawRow, 'cells'> {
  const lines = readCard(card)
  return { cells: columns.map(([, value]) => value(lines).trim()) }
}

function all(lines: readonly CardLine[], name: string): CardLine[] {
  return lines.filter((line) => line.name === name && line.value !== '')
}

function text(lines: readonly CardLine[], name: string): string {
  return all(lines, name)[0]?.value ?? ''
}

function part(lines: readonly CardLine[], name: string, at: number): string {
  return all(lines, name)[0]?.parts[at] ?? ''
}

/** Those that are for work, or marked as preferred, go before the others. */
function preferred(lines: readonly CardLine[]): CardLine[] {
  const weight = ({ marks }: CardLine) => (/WORK/u.test(marks) ? 0 : /PREF/u.test(marks) ? 1 : 2)
  return lines.toSorted((a, b) => weight(a) - weight(b))
}

function number(lines: readonly CardLine[], kind: RegExp): string {
  const found = all(preferred(lines), 'TEL').find(({ marks }) => kind.test(marks))
  return (found?.value ?? '').replace(/^tel:/iu, '')
}

/** Chinese names have the family's first and no space between. */
function fullName(lines: readonly CardLine[]): string {
  const [family = '', given = '', more = ''] = all(lines, 'N')[0]?.parts ?? []
  const shown = text(lines, 'FN')
  if (shown !== '')
    return /^\p{Script=Han}[\p{Script=Han} ]*$/u.test(shown) ? shown.replaceAll(' ', '') : shown
  return /\p{Script=Han}/u.test(family + given)
    ? family + more + given
    : joined([given, more, family], ' ')
}

/** Post box, extended, street, town, region, code, country. */
function address(lines: readonly CardLine[]): readonly string[] {
  return all(preferred(lines), 'ADR')[0]?.parts ?? []
}

/** `--0322` is a birthday without its year: no date. */
function birthday(written: string): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/u.exec(written) ?? []
  return year ? `${year}-${month}-${day}` : ''
}

function joined(texts: readonly string[], between: string): string {
  return texts.filter((one) => one !== '').join(between)
}
