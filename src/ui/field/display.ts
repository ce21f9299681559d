/** Every kind of value as plain text, the way lists, cards and charts write it. */
import type { EntityMeta, FieldMeta, Locale, RefTitles } from '#kernel/http/wire.ts'
import { isDecimal, isZero } from '#kernel/money/decimal.ts'
import { isCurrency, minorUnits } from '#kernel/money/currency.ts'
import { formatDecimal } from '#kernel/money/format.ts'
import { formatInstant } from '#kernel/time/format.ts'
import { addressLine } from './address-line.ts'
import { textOf } from './value/field-facts.ts'

/** What a value needs to know of its reader to be written. */
export interface Reader {
  locale: Locale
  timeZone: string
  /** Currency of the company's books. */
  currency: string
  /** Words for true and false. */
  yes: string
  no: string
}

export type AnyRow = Readonly<Record<string, unknown>>

export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value) && value.length === 0
}

/** Currencies in which whole amounts are written without decimals. */
const wholeAmounts = new Set(['TWD', 'JPY', 'KRW', 'VND', 'IDR'])

/** Places an amount shows at least: none for a whole one in a currency used without cents. */
export function moneyPlaces(amount: string, currency: string): number {
  const own = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0
  const usual = isCurrency(currency) ? minorUnits(currency) : 0
  if (own === 0 && wholeAmounts.has(currency)) return 0
  return Math.max(own, usual)
}

/** A field as a table shows it. */
export interface ShownField extends FieldMeta {
  /** Decimals that every amount of the column shows, so that they stand under each other. */
  decimals?: number
}

/** Money columns in which any amount has decimals show them in all. */
export function withDecimals(fields: readonly FieldMeta[], rows: readonly AnyRow[]): ShownField[] {
  return decimalsReader(fields)(rows)
}

/**
 * The same for rows to which further ones come: those are looked at alone, and the fields stay the
 * same ones for as long as nothing else is found in them.
 */
export function decimalsReader(fields: readonly FieldMeta[]) {
  const amounts = fields.filter(({ kind }) => kind === 'money')
  let read: readonly AnyRow[] = []
  let withCents: ReadonlySet<string> = new Set()
  let shown: ShownField[] = [...fields]
  return (rows: readonly AnyRow[]): ShownField[] => {
    const known = isContinued(read, rows) ? withCents : new Set<string>()
    const fresh = isContinued(read, rows) ? rows.slice(read.length) : rows
    const found = amounts.filter(({ name }) => known.has(name) || hasCents(fresh, name))
    read = rows
    if (found.length === withCents.size && found.every(({ name }) => withCents.has(name)))
      return shown
    withCents = new Set(found.map(({ name }) => name))
    shown = fields.map((field) => (withCents.has(field.name) ? { ...field, decimals: 2 } : field))
    return shown
  }
}

function isContinued(before: readonly AnyRow[], now: readonly AnyRow[]): boolean {
  if (before.length === 0 || now.length <= before.length) return false
  return before[0] === now[0] && before.at(-1) === now[before.length - 1]
}

function hasCents(rows: readonly AnyRow[], name: string): boolean {
  return rows.some(({ [name]: amount }) => /\.\d*[1-9]/.test(textOf(amount)))
}

/** `1234567.5` in TWD → `1,234,567.50`; without the currency's sign. */
export function amountText(amount: string, currency: string, locale: Locale, least = 0): string {
  if (!isDecimal(amount)) return amount
  const places = Math.max(moneyPlaces(amount, currency), least)
  return formatDecimal(amount, locale, { places })
}

/** The currency of a money value: its sibling's, or the company's. */
export function currencyOf(field: FieldMeta, row: AnyRow, reader: Reader): string {
  const own = field.currency ? row[field.currency] : undefined
  return typeof own === 'string' && own !== '' ? own : reader.currency
}

/** Name of the entity that a reference of this row points to. */
export function targetOf(field: FieldMeta, row: AnyRow): string {
  return field.target ?? textOf(row[field.targetIn ?? ''])
}

/** The name of a referenced record; its id's end where the name is not known. */
export function refTitle(field: FieldMeta, id: string, refs: RefTitles): string {
  const known = refs[field.target ?? ''] ?? refs[field.name]
  return known?.[id]?.title ?? `…${id.slice(-6)}`
}

/** The name of a record of any entity; '' where this person may not see it. */
export function pointerTitle(field: FieldMeta, row: AnyRow, refs: RefTitles): string {
  return refs[targetOf(field, row)]?.[textOf(row[field.name])]?.title ?? ''
}

export function optionLabel(field: FieldMeta, value: string): string {
  return field.options?.find((option) => option.value === value)?.label ?? value
}

function numberText(value: unknown, locale: Locale): string {
  const text = String(value)
  return isDecimal(text) ? formatDecimal(text, locale) : text
}

/** A moment as lists write it: `2026-11-30 09:05`. */
export function momentText(value: string, reader: Pick<Reader, 'timeZone'>): string {
  const { timeZone } = reader
  return formatInstant(value, 'en', { timeZone, style: 'short' }).replace(',', '')
}

function listText(values: unknown, one: (value: string) => string): string {
  return Array.isArray(values)
    ? values.map((value) => one(String(value))).join('、')
    : String(values)
}

/** The text of a field of a row; '' for an empty one. */
export function displayText(
  field: FieldMeta,
  row: AnyRow,
  refs: RefTitles,
  reader: Reader,
): string {
  const value = row[field.name]
  if (isNothing(value)) return ''
  switch (field.kind) {
    case 'money':
      return amountText(String(value), currencyOf(field, row, reader), reader.locale)
    case 'integer':
    case 'decimal':
      return numberText(value, reader.locale)
    case 'percent':
      return `${numberText(value, reader.locale)}%`
    case 'instant':
      return momentText(String(value), reader)
    case 'boolean':
      return value === true ? reader.yes : reader.no
    case 'choice':
    case 'state':
      return optionLabel(field, String(value))
    case 'choices':
      return listText(value, (one) => optionLabel(field, one))
    case 'tags':
      return listText(value, (one) => one)
    case 'ref':
      if (field.targetIn) return pointerTitle(field, row, refs)
      return refTitle(field, String(value), refs)
    case 'person':
    case 'file':
    case 'picture':
      return refTitle(field, String(value), refs)
    case 'refs':
      return listText(value, (one) => refTitle(field, one, refs))
    case 'lines':
      return Array.isArray(value) ? String(value.length) : ''
    case 'address':
      return addressLine(value, reader.locale)
    case 'json':
    case 'filter':
      return JSON.stringify(value)
    default:
      return String(value)
  }
}

/** What names a record, as text. */
export function titleText(meta: EntityMeta, row: AnyRow, refs: RefTitles, reader: Reader): string {
  const field = meta.fields.find(({ name }) => name === meta.title)
  return field ? displayText(field, row, refs, reader) : ''
}

/** Figures stand at the right, under each other. */
export function isFigure(field: FieldMeta): boolean {
  return ['integer', 'decimal', 'money', 'percent'].includes(field.kind)
}

export function isZeroFigure(value: unknown): boolean {
  const text = String(value)
  return isDecimal(text) && isZero(text)
}
