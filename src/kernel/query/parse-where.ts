/** Checks a filter off the wire: only fields this person sees, only operators they know. */
import { fail } from '../base/fail.ts'
import type { Person } from '../access/person.ts'
import { seesField } from '../access/fields.ts'
import type { Entity } from '../entity/entity.ts'
import { lineFieldNamed } from '../entity/links.ts'
import { isId } from '../field/check.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { isDecimal } from '../money/decimal.ts'
import { isDate } from '../time/date.ts'
import { storableInstant } from '../time/instant.ts'
import { askedField } from './meaning.ts'
import { rangeOn } from './range.ts'
import { parseBehind } from './parse-behind.ts'
import type { FieldWhere, Where } from './where.ts'

const deepest = 5
const mostParts = 200
const longestValue = 500

/**
 * @throws {Refusal} `filter.…` (400) naming the field
 */
export function parseWhere(entity: Entity, given: unknown, person: Person): Where {
  const budget = { left: mostParts }
  return parsePart(entity, given, person, budget, 0)
}

interface Budget {
  left: number
}

function parsePart(
  entity: Entity,
  given: unknown,
  person: Person,
  budget: Budget,
  depth: number,
): Where {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    bad('filter.not-an-object')
  if (depth > deepest) bad('filter.too-deep')
  const where: Record<string, unknown> = {}
  for (const [key, wanted] of Object.entries(given)) {
    budget.left -= 1
    if (budget.left < 0) bad('filter.too-long')
    if (wanted === undefined) continue
    where[key] = parseKey(entity, key, wanted, person, budget, depth)
  }
  return where as Where
}

function parseKey(
  entity: Entity,
  key: string,
  wanted: unknown,
  person: Person,
  budget: Budget,
  depth: number,
): unknown {
  if (key === 'any') {
    if (!Array.isArray(wanted)) bad('filter.list-expected', key)
    return wanted.map((part) => parsePart(entity, part, person, budget, depth + 1))
  }
  if (key === 'not') return parsePart(entity, wanted, person, budget, depth + 1)
  if (key === 'search') return searched(entity, wanted, person, depth)
  if (key === 'behind') return parseBehind(wanted, depth)
  const field = fieldFor(entity, key, person)
  if (!field || !seesField(field, person) || typeOf(field).operators.length === 0) {
    bad('filter.unknown-field', key)
  }
  return parseField(field, wanted, key, budget)
}

/** Within a filter words cannot be looked up without what is hidden from the person. */
function searched(entity: Entity, wanted: unknown, person: Person, depth: number): string {
  const isHidden = Object.values(entity.fields).some(
    (field) => field.search === true && !seesField(field, person),
  )
  if (depth > 0 && isHidden) bad('filter.unknown-field', 'search')
  return text(wanted, 'search')
}

const equalities = new Set(['equal', 'in'])

/** A field of lines is asked for through the field that holds them. */
function fieldFor(entity: Entity, key: string, person: Person): Field | undefined {
  const ofLine = lineFieldNamed(entity, key)
  if (ofLine) return seesField(ofLine.held, person) ? ofLine.field : undefined
  return askedField(entity, key)
}

function parseField(field: Field, wanted: unknown, key: string, budget: Budget): FieldWhere {
  const isValue = wanted !== null && (typeof wanted !== 'object' || Array.isArray(wanted))
  if (isValue && !typeOf(field).operators.some((operator) => equalities.has(operator)))
    bad('filter.unknown-operator', key)
  if (Array.isArray(wanted)) return values(field, wanted, key, budget)
  if (typeof wanted !== 'object' || wanted === null)
    return values(field, [wanted], key, budget)[0] ?? null
  const allowed = typeOf(field).operators as readonly string[]
  const conditions: Record<string, unknown> = {}
  for (const [operator, value] of Object.entries(wanted)) {
    if (!allowed.includes(operator)) bad('filter.unknown-operator', key)
    conditions[operator] = parseOperator(field, operator, value, key, budget)
  }
  return conditions
}

function parseOperator(
  field: Field,
  operator: string,
  value: unknown,
  key: string,
  budget: Budget,
): unknown {
  if (operator === 'in') {
    if (!Array.isArray(value)) bad('filter.list-expected', key)
    return values(field, value, key, budget)
  }
  if (operator === 'not')
    return Array.isArray(value) ? values(field, value, key, budget) : one(field, value, key)
  if (operator === 'empty') {
    if (typeof value !== 'boolean') bad('filter.wrong-value', key)
    return value
  }
  if (operator === 'within') {
    if (typeof value !== 'string' || !rangeOn(value, '2000-01-01')) bad('filter.wrong-value', key)
    return value
  }
  if (operator === 'has' || operator === 'starts') return text(value, key)
  const limit = one(field, value, key)
  if (limit === null || typeof limit === 'boolean') bad('filter.wrong-value', key)
  return limit
}

function values(
  field: Field,
  list: unknown[],
  key: string,
  budget: Budget,
): (string | number | boolean | null)[] {
  budget.left -= list.length / 10
  if (list.length > 1000 || budget.left < 0) bad('filter.too-long', key)
  return list.map((value) => one(field, value, key))
}

const people = new Set(['me', 'my-team', 'my-department'])

/** One value of the field's own kind; text is taken for numbers, as everywhere on the wire. */
function one(field: Field, value: unknown, key: string): string | number | boolean | null {
  if (value === null) return null
  const type = typeOf(field).column
  if (type === 'boolean') {
    if (typeof value !== 'boolean') bad('filter.wrong-value', key)
    return value
  }
  if (type === 'numeric' || type === 'integer') return numeric(type, value, key)
  const word = text(value, key)
  if (type === 'uuid' || type === 'uuid[]') {
    if (!isId(word) && !people.has(word)) bad('filter.wrong-value', key)
    return word
  }
  if (type === 'date' && !isDate(word)) bad('filter.wrong-value', key)
  if (type === 'timestamptz') return moment(word, key)
  return word
}

function numeric(type: string, value: unknown, key: string): string {
  const number = typeof value === 'number' ? String(value) : value
  if (typeof number !== 'string' || number.length > 40 || !isDecimal(number))
    bad('filter.wrong-value', key)
  if (type === 'integer' && !/^-?\d{1,9}$/u.test(number)) bad('filter.wrong-value', key)
  return number
}

function moment(word: string, key: string): string {
  if (isDate(word)) return word
  const at = /^\d{4}-\d{2}-\d{2}T/u.test(word) ? storableInstant(word) : null
  if (at === null) bad('filter.wrong-value', key)
  return at
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'string' || value.length > longestValue) bad('filter.wrong-value', key)
  if (value.includes('\u0000') || !value.isWellFormed()) bad('filter.wrong-value', key)
  return value
}

function bad(rule: string, field?: string): never {
  return fail(rule, field ? { field } : {}, field ? { status: 400, field } : { status: 400 })
}
