/** An address on one line: large to small in Chinese, small to large elsewhere. */
import type { Locale } from '#kernel/http/wire.ts'

const chinese = ['postalCode', 'region', 'city', 'district', 'street'] as const
const western = ['street', 'district', 'city', 'region', 'postalCode'] as const

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** Written by the script it is in, so that a Taiwanese address reads the same to everybody. */
export function addressLine(value: unknown, locale: Locale): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : ''
  const parts = value as Record<string, unknown>
  const textsOf = (order: readonly string[]) =>
    order.map((part) => parts[part]).filter((part): part is string => typeof part === 'string')
  const han = textsOf(chinese).some(isHan)
  const { country } = parts
  // A city of province rank is its own province, and is said once.
  if (han) return [...new Set(textsOf(chinese))].join('')
  const name = typeof country === 'string' ? countryName(country, locale) : ''
  return [...textsOf(western), name].filter((part) => part !== '').join(', ')
}

function countryName(code: string, locale: Locale): string {
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code)
    : code
}
