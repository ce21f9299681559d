/** What can be put on a layout: fields of the record, of what it points to, and of the company. */
import type { Field, FieldKind, Fields } from '../../field/field.ts'

/** Fields of a kind of record as the company has them; none for a name that is none. */
export type FieldsOf = (entity: string) => Fields

/** What the program knows beside the record. */
export const factsBeside = [
  '@company.name',
  '@company.address',
  '@company.taxId',
  '@company.phone',
  '@company.email',
  '@company.website',
  '@printed.on',
  '@printed.by',
  '@page',
] as const

/** Counts the lines of a table: 1, 2, 3. */
export const lineNumber = '@line'

/** Values that are no text on paper. */
const unprinted = new Set<FieldKind>([
  'json',
  'filter',
  'lines',
  'file',
  'picture',
  'richText',
  'refs',
])

const own = (fields: Fields, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

export function isPrinted({ kind, target }: Field): boolean {
  return !unprinted.has(kind) && (kind !== 'ref' || target !== undefined)
}

/** The field that a path names: the record's own, or one step away over a reference. */
export function fieldAt(fieldsOf: FieldsOf, fields: Fields, path: string): Field | null {
  const [name = '', further] = path.split('.')
  const field = own(fields, name)
  if (!field) return null
  if (further === undefined) return isPrinted(field) ? field : null
  const isPointer = field.kind === 'ref' || field.kind === 'person'
  const there = isPointer ? own(fieldsOf(field.target ?? ''), further) : undefined
  return there && isPrinted(there) ? there : null
}

/** The fields of the lines that a table shows. */
export function linesAt(fields: Fields, name: string): Fields | null {
  const field = own(fields, name)
  return field?.kind === 'lines' && field.of ? field.of.fields : null
}
