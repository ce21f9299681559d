/** What a screen can already say about a value before the server is asked. */
import { isPossiblePhoneNumber } from 'libphonenumber-js/min'
import { compare, isDecimal } from '#kernel/money/decimal.ts'
import { isDate } from '#kernel/time/date.ts'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { isEmpty, isNumber, textOf } from './field-facts.ts'
import { placesOf } from './number-text.ts'
import type { Issue } from './read-text.ts'

/** The first fault of a value, or null. The server checks again and has the last word. */
export function checkValue(field: FieldMeta, value: unknown, country = ''): Issue | null {
  if (isEmpty(value)) return field.required ? found('required', {}) : null
  if (isNumber(field)) return checkNumber(field, textOf(value))
  if (field.kind === 'date') return checkDate(field, textOf(value))
  const text = typeof value === 'string' ? value : ''
  const length = Array.from(text).length
  if (field.maxLength && length > field.maxLength) {
    return found('length', { limit: field.maxLength, length })
  }
  return checkFormat(field, text, country)
}

function checkNumber(field: FieldMeta, text: string): Issue | null {
  if (!isDecimal(text)) return found('number', { text })
  if (field.kind === 'integer' && placesOf(text) > 0) return found('whole-number', { text })
  const places = field.places
  if (places !== undefined && placesOf(text) > places) return found('places', { places })
  return checkBounds(field, text, compare)
}

function checkDate(field: FieldMeta, text: string): Issue | null {
  if (!isDate(text)) return found('date', { text })
  return checkBounds(field, text, (a, b) => (a < b ? -1 : 1))
}

function checkBounds(
  field: FieldMeta,
  text: string,
  order: (a: string, b: string) => number,
): Issue | null {
  const { min, max } = field
  if (min !== undefined && text !== min && order(text, min) < 0) return found('min', { min })
  if (max !== undefined && text !== max && order(text, max) > 0) return found('max', { max })
  return null
}

function checkFormat(field: FieldMeta, text: string, country: string): Issue | null {
  if (field.kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text)) return found('email', {})
  if (field.kind === 'url' && !URL.canParse(withScheme(text))) return found('url', {})
  if (field.kind === 'phone' && !isPhone(text, country)) return found('phone', {})
  return null
}

/** People leave the scheme out. */
export function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`
}

function isPhone(text: string, country: string): boolean {
  const bare = text.normalize('NFKC').replace(/(?:#|ext\.?|轉|转|分機|分机).*$/iu, '')
  const region = country as Parameters<typeof isPossiblePhoneNumber>[1]
  return isPossiblePhoneNumber(bare, region) || /^[\d\s()-]{3,20}$/.test(bare)
}

function found(rule: Issue['rule'], facts: Issue['facts']): Issue {
  return { rule, facts }
}
