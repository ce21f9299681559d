/** The currencies of ISO 4217: their minor units, names, and how an amount in one is written. */
import type { Decimal } from './decimal.ts'
import { fixed, round } from './decimal.ts'
import type { FormatOptions } from './format.ts'
import { fillFrame, frameOf } from './format.ts'

export { formatDecimal } from './format.ts'

export interface NamedCurrency {
  readonly code: string
  readonly name: string
}

/** Minor units that a company sets for itself, such as `{ TWD: 0 }` for whole dollars. */
export type OwnMinorUnits = Readonly<Record<string, number>>

export interface MoneyFormat extends FormatOptions {
  /** `symbol` is `NT$` or `$` as the language has it; `code` is `TWD`, unmistakable. */
  readonly display?: 'symbol' | 'code'
}

/** Active currencies (ISO 4217 list one, without funds, metals and test codes). */
export const CURRENCY_CODES: readonly string[] = (
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
  'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS ' +
  'GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW ' +
  'KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR ' +
  'MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
  'SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
  'USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
).split(' ')

const KNOWN = new Set(CURRENCY_CODES)
const NO_PLACES = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ')
const THREE_PLACES = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

/** Not from Intl, whose table is of daily use (no fillér, no rupiah cents), not of ISO 4217. */
const PLACES: ReadonlyMap<string, number> = new Map([
  ...NO_PLACES.map((code) => [code, 0] as const),
  ...THREE_PLACES.map((code) => [code, 3] as const),
])

export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && KNOWN.has(code)
}

/**
 * Decimal places of the currency by ISO 4217 (TWD has 2), unless the company set its `own`.
 * @throws Error for a code that is no currency
 */
export function minorUnits(currency: string, own: OwnMinorUnits = {}): number {
  if (!isCurrency(currency)) throw new Error(`not a currency: ${currency}`)
  return own[currency] ?? PLACES.get(currency) ?? 2
}

/** One minor unit: 0.01 of a dollar, 1 yen. */
export function smallestAmount(currency: string): Decimal {
  const places = minorUnits(currency)
  return places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`
}

/** All currencies with their names in the language, by code. */
export function currencies(locale: string): NamedCurrency[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return CURRENCY_CODES.map((code) => ({ code, name: names.of(code) ?? code }))
}

/** Rounded to the minor unit, halves away from zero. */
export function roundMoney(amount: Decimal, currency: string, own: OwnMinorUnits = {}): Decimal {
  return round(amount, minorUnits(currency, own))
}

/** `NT$1,234.50`: padded to the minor unit, or to `places`. */
export function formatMoney(
  amount: Decimal,
  currency: string,
  locale: string,
  format: MoneyFormat = {},
): string {
  const text = fixed(amount, format.places ?? minorUnits(currency))
  const currencyDisplay = format.display ?? 'symbol'
  return fillFrame(text, frameOf(locale, { style: 'currency', currency, currencyDisplay }))
}
