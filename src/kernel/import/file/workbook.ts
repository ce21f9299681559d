/** Reads what a workbook says about itself: its sheets, its number formats, its shared texts. */
import { posix } from 'node:path'
import { fail } from '#kernel/base/fail.ts'
import { startCellText, textOf } from './cell-pieces.ts'
import type { Limits } from './limits.ts'
import { builtInFormat, formatOfCode, type NumberFormat } from './number-text.ts'
import { attribute, readXml, type XmlEvents } from './xml.ts'
import type { Zip } from './zip.ts'

export interface WorkbookSheet {
  name: string
  /** Name of the sheet's part in the container. */
  part: string
  hidden: boolean
}

export interface Workbook {
  sheets: WorkbookSheet[]
  starts1904: boolean
  /** Number formats by the style number of a cell. */
  formats: NumberFormat[]
  sharedTexts: string[]
}

interface Relation {
  id: string
  kind: string
  part: string
}

/** Kinds of container that are no workbook of this format, by a part they have. */
const strangers: [part: string, format: string][] = [
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['content.xml', 'ods'],
  ['index/document.iwa', 'numbers'],
]

/** @throws {Refusal} `import.unreadable-format`, `import.damaged-file`, `import.file-too-large` */
export async function readWorkbook(zip: Zip, name: string, limits: Limits): Promise<Workbook> {
  const stranger = strangers.find(([part]) => zip.has(part))
  if (stranger) fail('import.unreadable-format', { format: stranger[1], name })
  if (!zip.has('_rels/.rels')) fail('import.unreadable-format', { format: 'zip', name })
  const main = (await relations(zip, '', limits)).find(({ kind }) => kind === 'officeDocument')
  if (!main) fail('import.unreadable-format', { format: 'zip', name })
  const related = await relations(zip, main.part, limits)
  const partOf = (kind: string): string | undefined => related.find((to) => to.kind === kind)?.part
  return {
    ...(await sheetsOf(zip, main.part, related, limits)),
    formats: await formatsOf(zip, partOf('styles'), limits),
    sharedTexts: await sharedTextsOf(zip, partOf('sharedStrings'), limits),
  }
}

/** What a part refers to; its relations stand in a part of their own beside it. */
async function relations(zip: Zip, part: string, limits: Limits): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found: Relation[] = []
  const open = (tag: string, attributes: string): void => {
    if (tag !== 'Relationship') return
    const id = attribute(attributes, 'Id') ?? ''
    const kind = attribute(attributes, 'Type')?.split('/').at(-1) ?? ''
    found.push({ id, kind, part: resolved(folder, attribute(attributes, 'Target') ?? '') })
  }
  await readPart(zip, name, { open, text: ignore, close: ignore }, limits)
  return found
}

function resolved(folder: string, target: string): string {
  return posix.normalize(target.startsWith('/') ? target : `/${folder}${target}`).slice(1)
}

async function sheetsOf(
  zip: Zip,
  part: string,
  related: Relation[],
  limits: Limits,
): Promise<Pick<Workbook, 'sheets' | 'starts1904'>> {
  const sheets: WorkbookSheet[] = []
  let starts1904 = false
  const open = (tag: string, attributes: string): void => {
    if (tag === 'workbookPr') starts1904 = isTrue(attribute(attributes, 'date1904'))
    if (tag !== 'sheet') return
    const sheet = related.find(({ id }) => id === attribute(attributes, 'id'))
    // A sheet that is only a chart has no rows.
    if (sheet?.kind !== 'worksheet') return
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
    sheets.push({ name: attribute(attributes, 'name') ?? '', part: sheet.part, hidden })
  }
  await readPart(zip, part, { open, text: ignore, close: ignore }, limits)
  return { sheets, starts1904 }
}

async function formatsOf(
  zip: Zip,
  part: string | undefined,
  limits: Limits,
): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = []
  if (!part) return formats
  const own = new Map<string, NumberFormat>()
  let inCells = false
  const open = (tag: string, attributes: string): void => {
    if (tag === 'cellXfs') inCells = true
    const id = attribute(attributes, 'numFmtId') ?? '0'
    if (tag === 'numFmt') own.set(id, formatOfCode(attribute(attributes, 'formatCode') ?? ''))
    if (tag === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(Number(id)))
  }
  const close = (tag: string): void => {
    if (tag === 'cellXfs') inCells = false
  }
  await readPart(zip, part, { open, text: ignore, close }, limits)
  return formats
}

/** Texts that cells refer to by number. */
async function sharedTextsOf(
  zip: Zip,
  part: string | undefined,
  limits: Limits,
): Promise<string[]> {
  const texts: string[] = []
  if (!part || !zip.has(part)) return texts
  const piece = startCellText(limits)
  const close = (tag: string): void => {
    piece.close(tag)
    if (tag === 'si') texts.push(textOf(piece.take()))
  }
  await readPart(zip, part, { ...piece, close }, limits)
  return texts
}

async function readPart(zip: Zip, part: string, events: XmlEvents, limits: Limits): Promise<void> {
  const reading = readXml(zip.stream(part, limits.partBytes), events)
  while (!(await reading.next()).done);
}

function ignore(): void {
  // Nothing of this kind of event is needed.
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
