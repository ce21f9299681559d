/** The same filter language asked of one loaded row: for locks, button states and tests. */
import type { Person } from '../access/person.ts'
import { isDecimal, compare } from '../money/decimal.ts'
import { rangeOn } from './range.ts'
import type { Condition, FieldWhere, Scalar, Where } from './where.ts'

export interface Beholder {
  person: Person
  today: string
}

/** Does the row fulfil the filter? `search` needs the database and is refused. */
export function matches(row: Record<string, unknown>, where: Where, beholder: Beholder): boolean {
  return Object.entries(where).every(([key, wanted]) => {
    if (wanted === undefined) return true
    if (key === 'any')
      return (wanted as readonly Where[]).some((one) => matches(row, one, beholder))
    if (key === 'not') return !matches(row, wanted as Where, beholder)
    if (key === 'search') throw new Error('A search cannot be asked of one row')
    if (key.includes('.')) return matchesLine(row, key, wanted as FieldWhere, beholder)
    return matchesField(row[key], wanted as FieldWhere, beholder)
  })
}

/** 'lines.product': at least one line fulfils it. */
function matchesLine(
  row: Record<string, unknown>,
  key: string,
  wanted: FieldWhere,
  beholder: Beholder,
): boolean {
  const [held = '', name = ''] = key.split('.')
  const lines = Array.isArray(row[held]) ? (row[held] as Record<string, unknown>[]) : []
  return lines.some((line) => matchesField(line[name], wanted, beholder))
}

function matchesField(value: unknown, wanted: FieldWhere, beholder: Beholder): boolean {
  if (wanted === null) return isNothing(value)
  if (Array.isArray(wanted)) return isOneOf(value, wanted as readonly Scalar[], beholder)
  if (typeof wanted !== 'object') return isOneOf(value, [wanted], beholder)
  return matchesCondition(value, wanted as Condition, beholder)
}

function isOneOf(value: unknown, wanted: readonly Scalar[], beholder: Beholder): boolean {
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  return wanted.some((one) => {
    if (one === null) return isNothing(value)
    if (one === 'me') return beholder.person.id !== null && values.includes(beholder.person.id)
    if (one === 'my-team')
      return values.some((entry) => beholder.person.team.includes(String(entry)))
    return values.some((entry) => same(entry, one))
  })
}

function matchesCondition(value: unknown, wanted: Condition, beholder: Beholder): boolean {
  const tests: boolean[] = []
  if (wanted.in) tests.push(isOneOf(value, wanted.in, beholder))
  if (wanted.not !== undefined) {
    tests.push(
      !isOneOf(value, Array.isArray(wanted.not) ? wanted.not : [wanted.not as Scalar], beholder),
    )
  }
  if (wanted.empty !== undefined) tests.push(isNothing(value) === wanted.empty)
  if (wanted.has !== undefined) tests.push(folded(value).includes(folded(wanted.has)))
  if (wanted.starts !== undefined) tests.push(folded(value).startsWith(folded(wanted.starts)))
  if (wanted.over !== undefined) tests.push(order(value, wanted.over) > 0)
  if (wanted.from !== undefined) tests.push(order(value, wanted.from) >= 0)
  if (wanted.under !== undefined) tests.push(order(value, wanted.under) < 0)
  if (wanted.until !== undefined) tests.push(order(value, wanted.until) <= 0)
  if (wanted.within !== undefined) tests.push(isWithin(value, wanted.within, beholder.today))
  return tests.every(Boolean)
}

function isWithin(value: unknown, name: string, today: string): boolean {
  const range = rangeOn(name, today)
  if (!range || typeof value !== 'string') return false
  const day = value.slice(0, 10)
  return day >= range.from && day <= range.until
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true
  return isNumeric(left) && isNumeric(right) && compare(String(left), String(right)) === 0
}

/** NaN (never in order) when the value is empty. */
function order(value: unknown, limit: string | number): number {
  if (isNothing(value)) return Number.NaN
  if (isNumeric(value) && isNumeric(limit)) return compare(String(value), String(limit))
  const [left, right] = [String(value), String(limit)]
  return left < right ? -1 : left > right ? 1 : 0
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && isDecimal(value))
}

function folded(value: unknown): string {
  return String(value ?? '')
    .normalize('NFKC')
    .toLowerCase()
}
