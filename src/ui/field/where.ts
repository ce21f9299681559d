/** Filters of a list put together: tab, quick filters, conditions, alternatives. */
import type { FieldWhere, Where } from '#kernel/query/where.ts'

const joints = new Set(['any', 'not', 'search'])

/** Both hold. Where they speak of the same field, one is wrapped, so that none is lost. */
export function bothWhere(first: Where, second: Where): Where {
  const clash = Object.keys(second).some((key) => first[key] !== undefined)
  return clash ? { any: [first], not: { not: second } } : { ...first, ...second }
}

export function allWhere(parts: readonly (Where | undefined)[]): Where {
  return parts.reduce<Where>((all, part) => (part ? bothWhere(all, part) : all), {})
}

/** The filter with one field's condition replaced; without `wanted` it is taken away. */
export function withField(where: Where, field: string, wanted: FieldWhere | undefined): Where {
  const { [field]: _, ...others } = where
  return wanted === undefined ? others : { ...others, [field]: wanted }
}

/** The conditions on single fields at the top of a filter. */
export function fieldConditions(where: Where): [field: string, wanted: FieldWhere][] {
  return Object.entries(where).filter(
    (entry): entry is [string, FieldWhere] => entry[1] !== undefined && !joints.has(entry[0]),
  )
}

export interface FieldCondition {
  field: string
  wanted: FieldWhere
}

export interface ConditionSet {
  all: FieldCondition[]
  /** At least one of these, beside all of those. */
  any: FieldCondition[]
  /** What was not made here: kept as it is. */
  rest: Where
}

function singleCondition(where: Where): FieldCondition[] | null {
  const conditions = fieldConditions(where)
  const [only] = conditions
  if (!only || conditions.length !== 1 || Object.keys(where).length !== 1) return null
  return [{ field: only[0], wanted: only[1] }]
}

/** Takes a filter apart into what the condition panel edits. */
export function conditionSetOf(where: Where): ConditionSet {
  const all = fieldConditions(where).map(([field, wanted]) => ({ field, wanted }))
  const choices = (where.any ?? []).map(singleCondition)
  const isEditable = choices.every((choice) => choice !== null)
  const rest: Where = {
    ...(where.any && !isEditable && { any: where.any }),
    ...(where.not && { not: where.not }),
    ...(where.search && { search: where.search }),
  }
  return { all, any: isEditable ? choices.flatMap((choice) => choice ?? []) : [], rest }
}

/** Puts the panel's conditions together again; two on one field both hold. */
export function whereOfSet({ all, any, rest }: ConditionSet): Where {
  const parts: Where[] = all.map(({ field, wanted }) => ({ [field]: wanted }))
  const choices = any.map(({ field, wanted }): Where => ({ [field]: wanted }))
  return allWhere([...parts, choices.length > 0 ? { any: choices } : undefined, rest])
}
