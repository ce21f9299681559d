/** The same filter language asked of one loaded row: for locks, button states and new records. */
import type { Entity } from '../entity/entity.ts'
import { lineFieldNamed } from '../entity/links.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { compare } from '../money/decimal.ts'
import { askedField, daysOf, meant, spanOf, spanOfRange, type Beholder } from './meaning.ts'
import type { Condition, FieldWhere, Scalar, Where } from './where.ts'

/**
 * Does the row fulfil the filter? It says of a row what compile-where.ts says of the stored one.
 * @throws {Error} for a search, which needs the database, and for a field that is not there
 */
export function matches(
  entity: Entity,
  row: Record<string, unknown>,
  where: Where,
  beholder: Beholder,
): boolean {
  const holds = (one: Where) => matches(entity, row, one, beholder)
  return Object.entries(where).every(([key, wanted]) => {
    if (wanted === undefined) return true
    if (key === 'any') return (wanted as readonly Where[]).some(holds)
    if (key === 'not') return !holds(wanted as Where)
    if (key === 'search') throw new Error('A search cannot be asked of one row')
    if (key.includes('.')) return matchesLine(entity, row, key, wanted as FieldWhere, beholder)
    const field = askedField(entity, key)
    if (!field) throw new Error(`${entity.name} has no field ${key}`)
    return matchesField({ field, value: row[key], beholder }, wanted as FieldWhere)
  })
}

/** 'lines.product': at least one line fulfils it. */
function matchesLine(
  entity: Entity,
  row: Record<string, unknown>,
  key: string,
  wanted: FieldWhere,
  beholder: Beholder,
): boolean {
  const asked = lineFieldNamed(entity, key)
  if (!asked) throw new Error(`${entity.name} has no field ${key}`)
  const { name, field } = asked
  const held = row[key.split('.')[0] ?? '']
  const lines = Array.isArray(held) ? (held as Record<string, unknown>[]) : []
  return lines.some((line) => matchesField({ field, value: line[name], beholder }, wanted))
}

interface Asked {
  field: Field
  value: unknown
  beholder: Beholder
}

function matchesField(asked: Asked, wanted: FieldWhere): boolean {
  if (Array.isArray(wanted)) return isOneOf(asked, wanted as readonly Scalar[])
  if (typeof wanted !== 'object' || wanted === null) return isOneOf(asked, [wanted])
  return matchesCondition(asked, wanted as Condition)
}

function isOneOf({ field, value, beholder }: Asked, wanted: readonly Scalar[]): boolean {
  if (isNothing(value)) return wanted.includes(null)
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  const filled = wanted.filter((one) => one !== null)
  return meant(field, filled, beholder.person).some((one) =>
    values.some((entry) => isSame(field, entry, one, beholder)),
  )
}

function isSame(field: Field, value: unknown, wanted: unknown, { timeZone }: Beholder): boolean {
  if (field.kind !== 'instant') return order(field, value, wanted) === 0
  const { from, below } = spanOf(String(wanted), timeZone)
  return order(field, value, from) >= 0 && order(field, value, below) < 0
}

function matchesCondition(asked: Asked, wanted: Condition): boolean {
  const { field, value, beholder } = asked
  if (wanted.in && !isOneOf(asked, wanted.in)) return false
  if (wanted.not !== undefined && isOneOf(asked, [wanted.not].flat())) return false
  if (wanted.empty !== undefined && isNothing(value) !== wanted.empty) return false
  const rest = Object.entries(wanted).filter(
    ([operator]) => !['in', 'not', 'empty'].includes(operator),
  )
  if (rest.length === 0) return true
  if (isNothing(value)) return false
  const spanned = field.kind === 'instant' ? beholder : null
  return rest.every(([operator, limit]) => {
    if (operator === 'has') return folded(words(field, value)).includes(folded(limit))
    if (operator === 'starts') return folded(words(field, value)).startsWith(folded(limit))
    if (operator === 'within') return isWithin(field, value, String(limit), beholder)
    return isBeyond(field, value, operator, String(limit), spanned)
  })
}

function isBeyond(
  field: Field,
  value: unknown,
  operator: string,
  limit: string,
  spanned: Beholder | null,
): boolean {
  const { from, below } = spanned ? spanOf(limit, spanned.timeZone) : { from: limit, below: null }
  if (operator === 'from') return order(field, value, from) >= 0
  if (operator === 'under') return order(field, value, from) < 0
  if (operator === 'over')
    return below === null ? order(field, value, limit) > 0 : order(field, value, below) >= 0
  return below === null ? order(field, value, limit) <= 0 : order(field, value, below) < 0
}

function isWithin(field: Field, value: unknown, name: string, beholder: Beholder): boolean {
  if (field.kind === 'date') {
    const { from, until } = daysOf(name, beholder.today)
    return String(value) >= from && String(value) <= until
  }
  const { from, below } = spanOfRange(name, beholder)
  return order(field, value, from) >= 0 && order(field, value, below) < 0
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** Below, at or above the limit, as the database orders a field of this kind. */
function order(field: Field, value: unknown, limit: unknown): number {
  const { column } = typeOf(field)
  const [left, right] = [String(value), String(limit)]
  if (column === 'numeric' || column === 'integer') return compare(left, right)
  if (column === 'timestamptz') return Date.parse(left) - Date.parse(right)
  // By code points, which JavaScript's own order is not for characters beyond the first plane.
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}

function words(field: Field, value: unknown): unknown {
  return typeOf(field).inWords?.text(value) ?? value
}

/** Width and case do not count; letter by letter, as the database lowers them. */
function folded(value: unknown): string {
  const letters = [...String(value).normalize('NFKC')]
  return letters
    .map((letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0) ?? 0))
    .join('')
}
