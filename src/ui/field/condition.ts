/** One condition on a field as a person thinks of it, and as the filter language writes it. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import type { Condition, FieldWhere, Scalar } from '#kernel/query/where.ts'
import { addDays } from '#kernel/time/date.ts'
import { dateIn, startOfDay } from '#kernel/time/instant.ts'

export type Operator =
  | 'is'
  | 'isNot'
  | 'has'
  | 'starts'
  | 'over'
  | 'from'
  | 'under'
  | 'until'
  | 'between'
  | 'within'
  | 'empty'
  | 'filled'

/** `between` holds two values, `is` and `isNot` of several options a list, the rest one text. */
export interface Wanted {
  operator: Operator
  value: unknown
}

const figure: Operator[] = ['is', 'from', 'until', 'between', 'over', 'under', 'empty', 'filled']
const moment: Operator[] = ['within', 'between', 'from', 'until', 'empty', 'filled']
const words: Operator[] = ['has', 'starts', 'is', 'isNot', 'empty', 'filled']
const options: Operator[] = ['is', 'isNot', 'empty', 'filled']
const presence: Operator[] = ['filled', 'empty']

const operators: Record<FieldKind, Operator[]> = {
  text: words,
  serial: words,
  phone: words,
  email: words,
  url: words,
  longText: ['has', 'empty', 'filled'],
  richText: ['has', 'empty', 'filled'],
  integer: figure,
  decimal: figure,
  money: figure,
  percent: figure,
  date: ['within', 'is', 'between', 'from', 'until', 'empty', 'filled'],
  instant: moment,
  boolean: ['is'],
  choice: options,
  choices: options,
  state: ['is', 'isNot'],
  tags: options,
  ref: options,
  refs: options,
  person: options,
  currency: options,
  address: ['has', ...presence],
  file: presence,
  picture: presence,
  lines: [],
  json: [],
  filter: [],
}

/** The operators to offer for a field, the usual one first; none where it cannot be filtered. */
export function operatorsOf(field: FieldMeta): Operator[] {
  return field.filterable ? operators[field.kind] : []
}

function listed(value: unknown): Scalar[] {
  return (Array.isArray(value) ? value : [value]) as Scalar[]
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** Both ends of a range; either may be open. */
function rangeWhere(field: FieldMeta, value: unknown, timeZone: string): Condition | undefined {
  const [from, until] = Array.isArray(value) ? (value as unknown[]) : []
  const lower = isBlank(from) ? {} : limit(field, 'from', String(from), timeZone)
  const upper = isBlank(until) ? {} : limit(field, 'until', String(until), timeZone)
  const both = { ...lower, ...upper }
  return Object.keys(both).length > 0 ? both : undefined
}

/** Days of an instant field are the company's days: the last one counts to its end. */
function limit(field: FieldMeta, operator: Operator, value: string, timeZone: string): Condition {
  if (field.kind !== 'instant') return { [operator]: value }
  return operator === 'from'
    ? { from: startOfDay(value, timeZone) }
    : { under: startOfDay(addDays(value, 1), timeZone) }
}

/** In the filter language; undefined while something is still missing. */
export function whereOf(
  field: FieldMeta,
  { operator, value }: Wanted,
  timeZone: string,
): FieldWhere | undefined {
  if (operator === 'empty') return { empty: true }
  if (operator === 'filled') return { empty: false }
  if (operator === 'between') return rangeWhere(field, value, timeZone)
  const values = listed(value).filter((one) => !isBlank(one))
  if (values.length === 0) return undefined
  if (operator === 'is') return values.length === 1 ? values[0] : values
  if (operator === 'isNot') return { not: values.length === 1 ? (values[0] ?? null) : values }
  const text = String(values[0])
  return operator === 'from' || operator === 'until'
    ? limit(field, operator, text, timeZone)
    : { [operator]: text }
}

const single = ['has', 'starts', 'over', 'from', 'under', 'until', 'within'] as const

function wantedOfInstant(where: Condition, timeZone: string): Wanted | null {
  const day = (value: unknown) => (isBlank(value) ? '' : dateIn(String(value), timeZone))
  const lastDay = isBlank(where.under) ? '' : addDays(day(where.under), -1)
  if (where.from !== undefined && where.under !== undefined) {
    return { operator: 'between', value: [day(where.from), lastDay] }
  }
  if (where.under !== undefined) return { operator: 'until', value: lastDay }
  return where.from === undefined ? null : { operator: 'from', value: day(where.from) }
}

/** Reads a condition back; null for one that was not made here and cannot be edited. */
export function wantedOf(field: FieldMeta, where: FieldWhere, timeZone: string): Wanted | null {
  if (where === null) return { operator: 'empty', value: undefined }
  if (typeof where !== 'object') return { operator: 'is', value: where }
  if (Array.isArray(where)) return { operator: 'is', value: [...(where as Scalar[])] }
  const condition = where as Condition
  const names = Object.keys(condition)
  if (condition.empty !== undefined && names.length === 1) {
    return { operator: condition.empty ? 'empty' : 'filled', value: undefined }
  }
  if (field.kind === 'instant' && !names.includes('within')) {
    return wantedOfInstant(condition, timeZone)
  }
  if (names.length === 2 && condition.from !== undefined && condition.until !== undefined) {
    return { operator: 'between', value: [String(condition.from), String(condition.until)] }
  }
  if (names.length !== 1) return null
  if (condition.not !== undefined) return { operator: 'isNot', value: condition.not }
  if (condition.in !== undefined) return { operator: 'is', value: [...condition.in] }
  const operator = single.find((name) => condition[name] !== undefined)
  return operator ? { operator, value: String(condition[operator]) } : null
}
