/** A value as it stands on paper, in the language of the form. */
import type { Reader } from '../../action/ctx.ts'
import type { Field } from '../../field/field.ts'
import type { Locale, RefTitles } from '../../http/wire.ts'
import { formatMoney, isCurrency, minorUnits } from '../../money/currency.ts'
import { formatDecimal } from '../../money/format.ts'
import { formatAddress, type Address } from '../../text/address.ts'
import { formatDate, formatInstant } from '../../time/format.ts'
import { printable } from '../printable.ts'

export type Row = Readonly<Record<string, unknown>>

export interface Wording {
  locale: Locale
  t: (english: string) => string
  reader: Pick<Reader, 'timeZone' | 'country' | 'currency'>
}

/** A row whose values are to be printed, and the names of what it points to. */
export interface Printed {
  row: Row
  refs: RefTitles
  /** Lines have the currency of their document. */
  document?: Row
  /** In a table figures stand under each other, without the sign of the currency. */
  inTable?: boolean
}

/** '' for a value that is empty or that was not read for this person. */
export function valueText(name: string, field: Field, from: Printed, wording: Wording): string {
  const value = from.row[name]
  if (value === null || value === undefined || value === '') return ''
  return printable(textOf(value, field, from, wording))
}

function textOf(value: unknown, field: Field, from: Printed, wording: Wording): string {
  const { locale, t, reader } = wording
  const text = String(value)
  const named = (option: unknown) => labelOf(field, String(option), wording)
  switch (field.kind) {
    case 'money':
      return moneyText(text, currencyOf(field, from, wording), locale, from.inTable ?? false)
    case 'integer':
    case 'decimal':
      return formatDecimal(text, locale)
    case 'percent':
      return `${formatDecimal(text, locale)}%`
    case 'date':
      return formatDate(text, locale, { style: 'short' })
    case 'instant':
      return formatInstant(text, locale, { style: 'short', timeZone: reader.timeZone })
    case 'boolean':
      return value === true ? t('Yes') : t('No')
    case 'choice':
    case 'state':
      return named(value)
    case 'choices':
      return Array.isArray(value) ? value.map(named).join('、') : ''
    case 'tags':
      return Array.isArray(value) ? value.map(String).join('、') : ''
    case 'address':
      return formatAddress(value as Address, locale, { home: reader.country })
    case 'ref':
    case 'person':
      return from.refs[field.target ?? '']?.[text]?.title ?? ''
    default:
      return text
  }
}

function labelOf({ options }: Field, value: string, { t }: Wording): string {
  return t(options?.find((option) => option.value === value)?.label ?? value)
}

function currencyOf(field: Field, { row, document }: Printed, { reader }: Wording): string {
  const name = field.currency ?? ''
  const given = row[name] ?? document?.[name]
  return typeof given === 'string' && isCurrency(given) ? given : reader.currency
}

/** Prices may have more places than the currency. */
function moneyText(amount: string, currency: string, locale: Locale, bare: boolean): string {
  const own = amount.split('.')[1]?.replace(/0+$/u, '').length ?? 0
  const places = Math.max(own, minorUnits(currency))
  return bare
    ? formatDecimal(amount, locale, { places })
    : formatMoney(amount, currency, locale, { places })
}
