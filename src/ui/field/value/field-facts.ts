/** Plain facts about a described field that entering, showing and checking have in common. */
import type { FieldKind, FieldMeta, OptionMeta } from '#kernel/http/wire.ts'

export { isNothing as isEmpty } from '#ui/field/display.ts'

const NUMBERS = new Set<FieldKind>(['integer', 'decimal', 'money', 'percent'])
const ONE_RECORD = new Set<FieldKind>(['ref', 'person'])
const BY_PROGRAM = new Set<FieldKind>(['serial', 'state', 'json'])
const WIDE = new Set<FieldKind>(['longText', 'richText', 'lines', 'address', 'filter'])

export function isNumber(field: FieldMeta): boolean {
  return NUMBERS.has(field.kind)
}

/** Points at one record of another entity. */
export function isOneRecord(field: FieldMeta): boolean {
  return ONE_RECORD.has(field.kind)
}

export function isWide(field: FieldMeta): boolean {
  return WIDE.has(field.kind)
}

/** This person may enter it; the program's own fields are never entered. */
export function isWritable(field: FieldMeta): boolean {
  return !field.computed && !field.readOnly && !BY_PROGRAM.has(field.kind)
}

/** The text of a stored value that is text or a number; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

/** The texts of a stored list; one text counts as a list of one. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** What one may choose: what is offered, and what the record has already. */
export function offered({ options = [] }: FieldMeta, value: unknown): readonly OptionMeta[] {
  const held = textsOf(value)
  return options.filter((option) => !option.hidden || held.includes(option.value))
}

/** Some fields make sense only beside certain values of another. */
export function isAsked({ when }: FieldMeta, row: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when ?? {}).every(([name, values]) => values.includes(textOf(row[name])))
}

/** A record of any kind can be picked once it is known of which. */
export function isAimed({ targetIn }: FieldMeta, row: Readonly<Record<string, unknown>>): boolean {
  return targetIn === undefined || textOf(row[targetIn]) !== ''
}

/** The field as it picks records of the kind that the row names beside it. */
export function aimed(field: FieldMeta, row: Readonly<Record<string, unknown>>): FieldMeta {
  return field.targetIn ? { ...field, target: textOf(row[field.targetIn]) } : field
}
