/** Fills a drawing with the values of a record, cut to what the person who prints may see. */
import type { Sight } from '../../access/scope.ts'
import { Refusal } from '../../base/fail.ts'
import type { CompanySettings } from '../../company.ts'
import type { Database } from '../../db/database.ts'
import type { Entity } from '../../entity/entity.ts'
import type { Fields } from '../../field/field.ts'
import { find, type Found } from '../../query/find.ts'
import { formatAddress, type Address } from '../../text/address.ts'
import { formatDate } from '../../time/format.ts'
import { canEncode } from '../label.ts'
import { printable } from '../printable.ts'
import type { Drawing, Element, TableElement } from './drawing.ts'
import { fieldAt, lineNumber, linesAt, type FieldsOf } from './paths.ts'
import { valueText, type Row, type Wording } from './value-text.ts'

export interface Filling {
  database: Database
  sight: Sight
  company: CompanySettings
  wording: Wording
}

/** An element with the very words that are printed; `text` of a table is its rows as JSON. */
export type FilledElement = Element & { text: string }

export interface Filled {
  pages: FilledElement[][]
  /** What names the record, where it is a text that the person sees. */
  named: string
}

/**
 * Nothing is read that this person may not see: such places stay empty.
 * @throws {Refusal} `record.not-found` (404) when the record itself may not be seen
 */
export async function filled(
  filling: Filling,
  entity: Entity,
  id: string,
  drawing: Drawing,
): Promise<Filled> {
  const { database, sight } = filling
  const record = await find(database, sight, entity, id)
  const further = await furtherRecords(filling, entity.fields, record.row, pathsOf(drawing))
  const fill = (element: Element): FilledElement =>
    element.type === 'table'
      ? { ...element, text: JSON.stringify(rowsOf(filling, entity.fields, record, element)) }
      : withText(element, wordsOf(filling, { fields: entity.fields, record, further }, element))
  const { row } = record
  const named = row[entity.title]
  return {
    pages: drawing.pages.map((page) => page.map(fill)),
    named: typeof named === 'string' ? printable(named) : '',
  }
}

/** What bars cannot write is printed as a QR code. */
function withText(element: Exclude<Element, TableElement>, text: string): FilledElement {
  const isCode = element.type === 'code128' || element.type === 'ean13'
  const isWrong = isCode && text !== '' && !canEncode(element.type, text)
  return { ...element, ...(isWrong ? { type: 'qrcode' as const } : {}), text } as FilledElement
}

function pathsOf({ pages }: Drawing): string[] {
  return pages.flat().flatMap((element) => {
    return element.type !== 'table' && 'field' in element && element.field ? [element.field] : []
  })
}

const fieldsIn =
  ({ sight }: Filling): FieldsOf =>
  (name) =>
    sight.registry.entities.get(name)?.fields ?? {}

type Further = ReadonlyMap<string, Found>

/** The records that the paths lead to, as far as the person may see them. */
async function furtherRecords(
  { database, sight }: Filling,
  fields: Fields,
  row: Row,
  paths: readonly string[],
): Promise<Further> {
  const names = new Set(paths.filter((path) => path.includes('.')).map((path) => headOf(path)))
  const found = await Promise.all(
    [...names].map(async (name) => {
      const target = sight.registry.entities.get(fields[name]?.target ?? '')
      const id = row[name]
      if (!target || typeof id !== 'string') return []
      const there = await seen(find(database, sight, target, id))
      return there ? [[name, there] as const] : []
    }),
  )
  return new Map(found.flat())
}

const headOf = (path: string) => path.split('.')[0] ?? ''

async function seen(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding
  } catch (error) {
    if (error instanceof Refusal && error.rule === 'record.not-found') return null
    throw error
  }
}

interface Source {
  fields: Fields
  record: Found
  further: Further
}

function wordsOf(filling: Filling, source: Source, element: Exclude<Element, TableElement>) {
  const path = 'field' in element ? element.field : undefined
  if (path === undefined) return 'content' in element ? fixedWords(element) : ''
  if (path.startsWith('@')) return printable(besideText(filling, path))
  const field = fieldAt(fieldsIn(filling), source.fields, path)
  if (!field) return ''
  const [name = '', inner] = path.split('.')
  if (inner === undefined) return valueText(name, field, source.record, filling.wording)
  const there = source.further.get(name)
  return there ? valueText(inner, field, there, filling.wording) : ''
}

function fixedWords({ type, content }: { type: Element['type']; content: string }): string {
  return type === 'image' ? content : printable(content)
}

function besideText(filling: Filling, path: string): string {
  const { company, sight, wording } = filling
  const { more } = company
  const address = more['address'] as Address | null | undefined
  switch (path) {
    case '@company.name':
      return String(more['legalName'] ?? '') || company.name
    case '@company.address':
      return address ? formatAddress(address, wording.locale, { home: company.country }) : ''
    case '@printed.on':
      return formatDate(sight.reader.today, wording.locale, { style: 'short' })
    case '@printed.by':
      return sight.reader.person.name
    case '@page':
      return wording.t('Page {x} of {y}')
    default:
      return path.startsWith('@company.') ? String(more[path.slice('@company.'.length)] ?? '') : ''
  }
}

function rowsOf(
  filling: Filling,
  fields: Fields,
  { row, refs }: Found,
  { field, columns }: TableElement,
): string[][] {
  const lines = linesAt(fields, field)
  const rows = row[field]
  if (!lines || !Array.isArray(rows)) return []
  const fieldsOf = fieldsIn(filling)
  return (rows as Row[]).map((line, at) =>
    columns.map((path) => {
      if (path === lineNumber) return String(at + 1)
      const own = fieldAt(fieldsOf, lines, path)
      const from = { row: line, refs, document: row, inTable: true }
      return own ? valueText(path, own, from, filling.wording) : ''
    }),
  )
}
