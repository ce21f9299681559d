/** Whole and exact decimal numbers, amounts of money, percentages; always text, never floats. */
import { fail } from '../base/fail.ts'
import { compare, isDecimal, normal, type Decimal } from '../money/decimal.ts'
import { asText } from './check.ts'
import type { Field, FieldType } from './field.ts'

const operators = ['equal', 'in', 'not', 'over', 'from', 'under', 'until', 'empty'] as const
const longestWhole = 15

export const decimal: FieldType = {
  column: 'numeric',
  parse: (value, field) => exact(value, field, field.places ?? 6),
  fromText: numberFromText,
  toText: asText,
  operators,
  sortable: true,
  groupable: false,
}

export const money: FieldType = { ...decimal }

export const percent: FieldType = {
  ...decimal,
  fromText: (cell) => numberFromText(cell.replace(/[%％]\s*$/u, '')),
}

export const integer: FieldType = {
  ...decimal,
  column: 'integer',
  parse(value, field) {
    const whole = exact(value, field, 0)
    if (whole === null) return null
    if (compare(whole, '2147483647') > 0 || compare(whole, '-2147483648') < 0) {
      fail('field.number-too-big', { whole: 10 })
    }
    return Number(whole)
  },
  groupable: true,
}

function exact(value: unknown, field: Field, places: number): Decimal | null {
  if (value === '') return null
  const text = typeof value === 'number' ? plainNumber(value) : value
  if (typeof text !== 'string' || text.length > 60 || !isDecimal(text.trim())) {
    fail('field.not-a-number')
  }
  const number = normal(text.trim())
  const [whole = '', fraction = ''] = number.replace('-', '').split('.')
  if (fraction.length > places) fail('field.too-many-places', { places })
  if (whole.length > longestWhole) fail('field.number-too-big', { whole: longestWhole })
  checkRange(number, field)
  return number
}

function checkRange(number: Decimal, field: Field): void {
  if (field.min !== undefined && compare(number, field.min) < 0) {
    fail('field.too-small', { min: field.min })
  }
  if (field.max !== undefined && compare(number, field.max) > 0) {
    fail('field.too-big', { max: field.max })
  }
}

/** A JSON number is taken as its shortest decimal text; exponents and NaN are refused later. */
function plainNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : 'not a number'
}

/** '1,234.50', '１２', '(12.00)', 'NT$ 5' → plain decimal text. */
export function numberFromText(cell: string): string {
  const plain = cell.normalize('NFKC').trim()
  const negative = /^\(.*\)$/u.test(plain)
  const digits = plain.replaceAll(/[()\s,]|NT\$|US\$|HK\$|RMB|CNY|TWD|[$¥€£]/gu, '')
  const text = digits.replace(/^\+/u, '').replace(/^(-?)\./u, '$10.')
  return negative && text !== '' ? `-${text}` : text
}
