/** Reads the words of an Office document, so that one sees what is in it without its program. */
import { sheetRows } from '../import/file/sheet-rows.ts'
import { defaultLimits, type Limits } from '../import/file/limits.ts'
import { readWorkbook } from '../import/file/workbook.ts'
import { readXml, type XmlEvents } from '../import/file/xml.ts'
import { openZip, type Zip } from '../import/file/zip.ts'

/** What a preview shows; the rest is read in the file itself. */
export const mostCharacters = 200_000

const mebibyte = 1024 * 1024
const limits: Limits = { ...defaultLimits, sheetBytes: 64 * mebibyte, partBytes: 16 * mebibyte }
const mostSlides = 500

/** The end of a media type → how its words are read. */
const readers: Readonly<Record<string, (zip: Zip, words: Words) => Promise<void>>> = {
  'wordprocessingml.document': (zip, words) => textPart(zip, 'word/document.xml', words),
  'presentationml.presentation': slides,
  'spreadsheetml.sheet': sheets,
  'opendocument.text': (zip, words) => textPart(zip, 'content.xml', words),
  'opendocument.presentation': (zip, words) => textPart(zip, 'content.xml', words),
  'opendocument.spreadsheet': (zip, words) => textPart(zip, 'content.xml', words),
}

export function isOffice(type: string): boolean {
  return readerOf(type) !== undefined
}

/**
 * Paragraphs as lines, cells of tables parted by tabs, slides and sheets under their names; not
 * more than `mostCharacters`.
 * @throws {Refusal} `import.damaged-file`, `import.file-too-large`, `import.unreadable-format`
 */
export async function officeText(path: string, type: string): Promise<string> {
  const words = startWords()
  await readerOf(type)?.(await openZip(path), words)
  return words.text()
}

function readerOf(type: string) {
  return Object.entries(readers).find(([ending]) => type.endsWith(ending))?.[1]
}

interface Words {
  add(text: string): void
  /** Ends a line, unless it is empty and so is the one before. */
  endLine(): void
  isFull(): boolean
  text(): string
}

function startWords(): Words {
  let all = ''
  return {
    add: (text) => {
      if (all.length < mostCharacters) all += text
    },
    endLine: () => {
      if (all !== '' && !all.endsWith('\n\n')) all += '\n'
    },
    isFull: () => all.length >= mostCharacters,
    text: () => all.slice(0, mostCharacters).trim(),
  }
}

/** Paragraphs, breaks, tabs and cells have the same names in all of these formats. */
const lineEnds = new Set(['p', 'h', 'br', 'tr', 'table-row', 'line-break'])
const tabs = new Set(['tab', 'tc', 'table-cell'])
/** Where text stands: in `t` (Office), in paragraphs and headings (OpenDocument). */
const texts = new Set(['t', 'p', 'h'])

async function textPart(zip: Zip, part: string, words: Words): Promise<void> {
  if (!zip.has(part)) return
  let inCell = 0
  let depth = 0
  const isOpenDocument = part === 'content.xml'
  const holds = (tag: string) => (isOpenDocument ? tag !== 't' && texts.has(tag) : tag === 't')
  const events: XmlEvents = {
    open(tag) {
      if (holds(tag)) depth += 1
      if (tag === 'tc' || tag === 'table-cell') inCell += 1
    },
    text(piece) {
      if (depth > 0) words.add(isOpenDocument ? piece.replaceAll(/\s+/gu, ' ') : piece)
    },
    close(tag) {
      if (holds(tag)) depth -= 1
      if (tag === 'tc' || tag === 'table-cell') inCell -= 1
      if (tabs.has(tag)) words.add('\t')
      // A paragraph inside a cell does not end the row.
      else if (lineEnds.has(tag) && (inCell === 0 || tag === 'tr')) words.endLine()
      else if (lineEnds.has(tag)) words.add(' ')
    },
  }
  for await (const _ of readXml(zip.stream(part, limits.partBytes), events))
    if (words.isFull()) return
}

async function slides(zip: Zip, words: Words): Promise<void> {
  for (let count = 1; count <= mostSlides; count += 1) {
    const part = `ppt/slides/slide${count}.xml`
    if (!zip.has(part) || words.isFull()) return
    words.add(`— ${count} —`)
    words.endLine()
    await textPart(zip, part, words)
    words.endLine()
  }
}

async function sheets(zip: Zip, words: Words): Promise<void> {
  const workbook = await readWorkbook(zip, '', limits)
  for (const { name, part } of workbook.sheets.filter(({ hidden }) => !hidden)) {
    if (words.isFull()) return
    if (workbook.sheets.length > 1) {
      words.add(`— ${name} —`)
      words.endLine()
    }
    for await (const { cells } of sheetRows(zip, part, workbook, limits)) {
      if (words.isFull()) return
      words.add(cells.join('\t'))
      words.endLine()
    }
    words.endLine()
  }
}
