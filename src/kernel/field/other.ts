/** Document numbers, phones, addresses, currencies, and values only the program reads. */
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { CURRENCY_CODES } from '../money/currency.ts'
import { addressText, formatAddress, type Address } from '../text/address.ts'
import { isCountry } from '../text/country.ts'
import { parseAddress } from '../text/parse-address.ts'
import { parsePhone } from '../text/phone.ts'
import { addressParts } from './address-parts.ts'
import { asText, checkedText } from './check.ts'
import { text } from './text.ts'
import type { Field, FieldType } from './field.ts'

/** Given by the number series when the record is first written; unique in the company. */
export const serial: FieldType = {
  ...text,
  // A number brought along need not follow the pattern by which the series counts.
  parse(value, field, place) {
    const { pattern: _, ...plain } = field
    return text.parse(value, plain, place)
  },
  groupable: false,
}

/** Kept as E.164 where it can be read, as typed (folded) where it cannot: nothing is lost. */
export const phone: FieldType = {
  ...text,
  parse(value, field, place) {
    const typed = checkedText(value, field, 60).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
    if (typed === '') return null
    if (!/\d{3}/u.test(typed.replaceAll(/[^\d]/gu, ''))) fail('field.not-a-phone')
    return parsePhone(typed, place.country)?.stored ?? typed
  },
  groupable: false,
}

export const currency: FieldType = {
  ...text,
  parse(value, field) {
    const code = checkedText(value, field, 20).trim().toUpperCase()
    if (code === '') return null
    if (!currencies.has(code)) fail('field.not-a-currency')
    return code
  },
  operators: ['equal', 'in', 'not', 'empty'],
  groupable: true,
}

const currencies: ReadonlySet<string> = new Set(CURRENCY_CODES)

export const address: FieldType = {
  column: 'jsonb',
  parse(value, field) {
    if (value === '' || typeof value !== 'object' || value === null || Array.isArray(value)) {
      fail('field.address-expected')
    }
    const given = value as Record<string, unknown>
    const parsed: Record<string, unknown> = {}
    for (const { name, isDegree } of addressParts)
      if (isDegree) addDegree(parsed, name, given[name])
      else addPart(parsed, name, given[name], field)
    return Object.keys(parsed).length === 0 ? null : parsed
  },
  fromText: (cell, _field, { country }) =>
    cell.trim() === '' ? null : (parseAddress(cell, country) ?? { street: cell.trim() }),
  toText: (value) => (value === null ? '' : formatAddress(value as Address, 'en')),
  operators: ['has', 'empty'],
  inWords: {
    sql: (column) => sql`(case when ${column} is not null then concat(${column}->>'region',
      ${column}->>'city', ${column}->>'district', ${column}->>'street', ' ',
      ${column}->>'postalCode', ' ', ${column}->>'city') end)`,
    text: (value) => addressText(value as Address),
  },
  words: (value) => [formatAddress(value as Address, 'zh-Hant')],
  silent: true,
  toColumn: (value) => (value === null ? null : JSON.stringify(value)),
  sortable: false,
  groupable: false,
}

function addPart(
  parsed: Record<string, unknown>,
  part: string,
  value: unknown,
  field: Field,
): void {
  if (value === undefined || value === null || value === '') return
  const line = checkedText(value, field, 300).replaceAll(/\s+/gu, ' ').trim()
  if (part === 'country' && !isCountry(line)) fail('field.not-a-country')
  if (line !== '') parsed[part] = line
}

function addDegree(parsed: Record<string, unknown>, part: string, value: unknown): void {
  if (value === undefined || value === null || value === '') return
  const limit = part === 'lat' ? 90 : 180
  if (typeof value !== 'number' || !(Math.abs(value) <= limit)) fail('field.not-a-place')
  parsed[part] = value
}

function isShortTexts(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 200) return false
  return value.every((one) => typeof one === 'string' && one.length <= 60)
}

/** JSON.stringify writes NUL and lone surrogates as escapes; the database stores neither. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/u

/** Internal structured value; no form shows it. */
export const json: FieldType = {
  column: 'jsonb',
  parse(value, field) {
    if (field.holds === 'texts' && !isShortTexts(value)) fail('field.list-expected')
    const text = JSON.stringify(value)
    if (text === undefined || text.length > 100_000) fail('field.too-long', { longest: 100_000 })
    if (unstorable.test(text)) fail('field.unreadable-characters')
    return value
  },
  fromText: (cell) => cell,
  toText: (value) => (value === null ? '' : asText(JSON.stringify(value))),
  operators: ['empty'],
  toColumn: (value) => (value === null ? null : JSON.stringify(value)),
  sortable: false,
  groupable: false,
}

/** Which records of another kind are meant; the writer checks it against that kind's fields. */
export const filter: FieldType = {
  ...json,
  parse(value, field, place) {
    const isFilter = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isFilter) fail('filter.not-an-object')
    return json.parse(value, field, place)
  },
  operators: [],
}
