/** Opens a table that a person hands in: a text file, a workbook, or cells that were pasted. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fail } from '#kernel/base/fail.ts'
import { assembleTable } from './assemble.ts'
import { cardRows, isCards } from './card-rows.ts'
import { csvRows } from './csv-rows.ts'
import { decodeStream, detectEncoding, type Encoding } from './encoding.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { readSample } from './sample.ts'
import { guessSeparator, type Separator } from './separator.ts'
import { sheetRows } from './sheet-rows.ts'
import { sniffFormat } from './sniff.ts'
import type { RawRow, Table, TableChoice } from './table.ts'
import { readWorkbook } from './workbook.ts'
import { openZip } from './zip.ts'

export interface TableFile {
  path: string
  /** Name that the person knows the file by. */
  name: string
}

/**
 * Opens a CSV or XLSX file; what it is, its encoding, separator and header row are found out unless
 * the choice says them. The file must stay in place as long as its rows are read.
 * @throws {Refusal} `import.empty-file`, `import.unreadable-format` (facts: format),
 *   `import.file-too-large`, `import.damaged-file`, `import.too-many-columns`,
 *   `import.no-header-row`, `import.no-such-sheet`
 */
export async function openTable(file: TableFile, choice: TableChoice = {}): Promise<Table> {
  const limits = { ...defaultLimits, ...choice.limits }
  const { size } = await stat(file.path)
  if (size === 0) fail('import.empty-file')
  if (size > limits.fileBytes) fail('import.file-too-large', { limit: limits.fileBytes })
  const format = await sniffFormat(file.path, file.name)
  return format === 'zip' ? openWorkbook(file, choice, limits) : openText(file.path, choice, limits)
}

/** Cells pasted from a spreadsheet, or a small CSV text; like a file otherwise. */
export async function parsePasted(text: string, choice: TableChoice = {}): Promise<Table> {
  const limits = { ...defaultLimits, ...choice.limits }
  if (text.length > limits.fileBytes) fail('import.file-too-large', { limit: limits.fileBytes })
  const separator = choice.separator ?? guessSeparator(text)
  return textTable(() => [text.replace(/^\uFEFF/u, '')], { separator }, choice, limits)
}

async function openText(path: string, choice: TableChoice, limits: Limits): Promise<Table> {
  const guess = detectEncoding(await readSample(path))
  const encoding = choice.encoding ?? guess.encoding
  const decoded = (): AsyncIterable<string> => decodeStream(createReadStream(path), encoding)
  const first = await firstStretch(decoded())
  if (isCards(first)) return cardTable(decoded, encoding, limits)
  const separator = choice.separator ?? guessSeparator(first)
  const encodingConfident = choice.encoding !== undefined || guess.confident
  return textTable(decoded, { encoding, encodingConfident, separator }, choice, limits)
}

/** The first row names the columns, whatever a person chose for tables. */
async function cardTable(
  decoded: () => AsyncIterable<string>,
  encoding: Encoding,
  limits: Limits,
): Promise<Table> {
  const source = () => cardRows(decoded(), limits)
  const assembled = await assembleTable({ kind: 'csv', source, headerRow: 1, limits })
  return { kind: 'csv', encoding, encodingConfident: true, ...assembled }
}

async function firstStretch(text: AsyncIterable<string>): Promise<string> {
  for await (const stretch of text) return stretch
  return ''
}

interface TextForm {
  encoding?: Encoding
  encodingConfident?: boolean
  separator: Separator
}

async function textTable(
  text: () => AsyncIterable<string> | Iterable<string>,
  form: TextForm,
  choice: TableChoice,
  limits: Limits,
): Promise<Table> {
  const assembled = await assembleTable({
    kind: 'csv',
    source: () => withoutSeparatorLine(csvRows(text(), form.separator, limits)),
    headerRow: choice.headerRow,
    limits,
    ...(form.encoding && { encoding: form.encoding }),
  })
  return { kind: 'csv', ...form, ...assembled }
}

/** Excel's own first line `sep=;` is no row. */
async function* withoutSeparatorLine(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow> {
  for await (const raw of rows) {
    if (raw.row > 1 || !/^sep=.?$/iu.test(raw.cells.join(''))) yield raw
  }
}

async function openWorkbook(file: TableFile, choice: TableChoice, limits: Limits): Promise<Table> {
  const zip = await openZip(file.path)
  const workbook = await readWorkbook(zip, file.name, limits)
  const sheets = workbook.sheets.map(({ name }) => name)
  const sheet = choice.sheet
    ? workbook.sheets.find(({ name }) => name === choice.sheet)
    : (workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0])
  if (!sheet) fail('import.no-such-sheet', { sheet: choice.sheet ?? '', sheets })
  const assembled = await assembleTable({
    kind: 'xlsx',
    source: () => sheetRows(zip, sheet.part, workbook, limits),
    headerRow: choice.headerRow,
    limits,
  })
  return { kind: 'xlsx', sheets, sheet: sheet.name, ...assembled }
}
