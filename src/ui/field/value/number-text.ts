/** Numbers as people type them and as they like to read them; inside they stay exact text. */
import { isDecimal, normal, times } from '#kernel/money/decimal.ts'
import { formatDecimal } from '#kernel/money/format.ts'

/** What people write behind a figure instead of zeros. */
const MULTIPLES: Record<string, string> = {
  k: '1000',
  K: '1000',
  千: '1000',
  萬: '10000',
  万: '10000',
  億: '100000000',
  亿: '100000000',
}

/**
 * Reads a typed or pasted number: full-width digits, thousands separators, currency signs,
 * accounting brackets and `3萬` are understood. Gives the canonical decimal, or null if it is none.
 */
export function readNumber(typed: string): string | null {
  const folded = typed.normalize('NFKC').replace(/[\s,'_$€£¥%]|NT\$|US\$|HK\$|RMB/gu, '')
  const bracketed = /^\((.+)\)$/.exec(folded)
  const signed = (bracketed ? `-${bracketed[1]}` : folded).replace(/^[−–+]/u, (sign) =>
    sign === '+' ? '' : '-',
  )
  const unit = MULTIPLES[signed.at(-1) ?? '']
  const plain = (unit ? signed.slice(0, -1) : signed).replace(/^(-?)\./, '$10.').replace(/\.$/, '')
  if (!isDecimal(plain)) return null
  return unit ? times(plain, unit) : normal(plain)
}

/** `-1234567.5` → `-1,234,567.50` with two places; more places than asked are kept, never cut. */
export function showNumber(value: string, places = 0): string {
  if (!isDecimal(value)) return value
  return formatDecimal(value, 'en', { places: Math.max(placesOf(value), places) })
}

/** How many places stand behind the point. */
export function placesOf(value: string): number {
  return normal(value).split('.')[1]?.length ?? 0
}
