/** Files made on the spot for the tests of reading tables. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { openTable, type TableFile } from './read-table.ts'
import type { Table, TableChoice, TableRow } from './table.ts'

/** Folder that is gone when the block ends (`await using`). */
export async function madeFiles(): Promise<AsyncDisposable & MadeFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'))
  return {
    async write(name, content) {
      const path = join(folder, name)
      await writeFile(path, content)
      return { path, name }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

export interface MadeFiles {
  write(name: string, content: string | Uint8Array): Promise<TableFile>
}

export interface ReadTable extends Table {
  all: TableRow[]
}

/** Opens a table from content and reads all of its rows. */
export async function readAll(
  name: string,
  content: string | Uint8Array,
  choice: TableChoice = {},
): Promise<ReadTable> {
  await using files = await madeFiles()
  const table = await openTable(await files.write(name, content), choice)
  return { ...table, all: await rowsOf(table) }
}

export async function rowsOf(table: Table): Promise<TableRow[]> {
  return Array.fromAsync(table.rows())
}

interface ZipEntry {
  local: Buffer
  central: Buffer
}

/** A ZIP file; `lie` overwrites the size that the directory claims for each part. */
export function zipOf(parts: Record<string, string | Uint8Array>, lie?: number): Buffer {
  let offset = 0
  const entries = Object.entries(parts).map(([name, content]) => {
    const entry = entryOf(name, Buffer.from(content), offset, lie)
    offset += entry.local.length
    return entry
  })
  const central = Buffer.concat(entries.map((entry) => entry.central))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...entries.map((entry) => entry.local), central, end])
}

function entryOf(name: string, content: Buffer, offset: number, lie?: number): ZipEntry {
  const packed = deflateRawSync(content)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(lie ?? content.length, 18)
  common.writeUInt16LE(Buffer.byteLength(name), 22)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  const local = [Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]
  const central = [Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)]
  return { local: Buffer.concat(local), central: Buffer.concat(central) }
}

export interface BookParts {
  /** XML inside of `<sheetData>`. */
  rows: string
  /** Shared texts as XML `<si>…</si>`. */
  shared?: string
  /** Number format codes; the style number of a cell is its place here plus one. */
  formats?: string[]
  /** XML inside of `<workbook>` before the sheets. */
  book?: string
}

/** The parts of a workbook, so that a test can say exactly what stands in the cells. */
export function bookParts({ rows, shared = '', formats = [], book = '' }: BookParts) {
  const link = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${link}/${kind}" Target="${target}"/>`
  const own = formats.map((code, at) => {
    const escaped = code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    return `<numFmt numFmtId="${at + 200}" formatCode="${escaped}"/>`
  })
  const styles = formats.map((_, at) => `<xf numFmtId="${at + 200}"/>`)
  const sheet = (content: string): string =>
    `<worksheet><sheetData>${content}</sheetData></worksheet>`
  const relations = [
    relation('r1', 'worksheet', '/xl/worksheets/first.xml'),
    relation('r2', 'worksheet', 'worksheets/second.xml'),
    relation('r3', 'sharedStrings', 'sharedStrings.xml'),
    relation('r4', 'styles', 'styles.xml'),
  ]
  const sheets =
    '<sheet name="客戶 &amp; Co" r:id="r1"/><sheet name="Hidden" state="hidden" r:id="r2"/>'
  const main = relation('r1', 'officeDocument', 'xl/workbook.xml')
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${main}</Relationships>`,
    'xl/workbook.xml': `<workbook>${book}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/worksheets/first.xml': sheet(rows),
    'xl/worksheets/second.xml': sheet('<row><c t="str"><v>Secret</v></c></row>'),
    'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
    'xl/styles.xml':
      `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/>` +
      `</cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
  }
}

/** A workbook of one header row `A, B, C …` and the cells of one row given as XML. */
export function bookOfCells(cells: string, parts: Partial<BookParts> = {}): Buffer {
  const header = ['A', 'B', 'C', 'D', 'E', 'F']
    .map((name) => `<c t="str"><v>${name}</v></c>`)
    .join('')
  return zipOf(bookParts({ ...parts, rows: `<row r="1">${header}</row><row r="2">${cells}</row>` }))
}
