/** Filters of a list put together: tab, quick filters, conditions, alternatives. */
import type { FieldWhere, Where } from '#kernel/query/where.ts'

const joints = new Set(['any', 'not', 'search', 'behind'])

/** The alternatives of a filter that is nothing else. */
function alternativesIn(where: Where): readonly Where[] | undefined {
  return Object.keys(where).length === 1 ? where.any : undefined
}

/** What a filter refuses that does nothing else. */
function refusedIn(where: Where): Where | undefined {
  return Object.keys(where).length === 1 ? where.not : undefined
}

/** None of these holds. */
function noneOf(refused: readonly Where[]): Where {
  const [only, ...others] = refused
  if (!only) return {}
  return { not: others.length === 0 ? only : { any: refused } }
}

/** Everything that must hold, each by itself: a condition, alternatives, what must not be. */
export function partsOf(where: Where): Where[] {
  return Object.entries(where).flatMap(([key, wanted]): Where[] => {
    if (wanted === undefined) return []
    if (key === 'any') {
      const [only, ...others] = wanted as readonly Where[]
      return only && others.length === 0 ? partsOf(only) : [{ any: wanted as readonly Where[] }]
    }
    if (key !== 'not') return [{ [key]: wanted }]
    const refused = alternativesIn(wanted as Where) ?? [wanted as Where]
    const doubly = refused.map(refusedIn).filter((one) => one !== undefined)
    const rest = refused.filter((one) => refusedIn(one) === undefined)
    return [...doubly.flatMap((one) => partsOf(one)), ...(rest.length > 0 ? [noneOf(rest)] : [])]
  })
}

/**
 * All of these hold. What speaks of a field that another one spoke of is refused to be refused:
 * so nothing is lost, and however many there are, the filter gets no deeper.
 */
export function allWhere(filters: readonly (Where | undefined)[]): Where {
  const plain: Record<string, Where[string]> = {}
  const refused: Where[] = []
  for (const part of filters.flatMap((filter) => (filter ? partsOf(filter) : []))) {
    const [[key, wanted] = []] = Object.entries(part)
    if (key === undefined) continue
    if (key === 'not') refused.push(...(alternativesIn(wanted as Where) ?? [wanted as Where]))
    else if (plain[key] === undefined) plain[key] = wanted
    else refused.push({ not: part })
  }
  return { ...plain, ...noneOf(refused) }
}

export function bothWhere(first: Where, second: Where): Where {
  return allWhere([first, second])
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

/** At least one of these holds, or none of them does. */
export interface ConditionGroup {
  none: boolean
  choices: FieldCondition[]
}

export interface ConditionSet {
  all: FieldCondition[]
  /** Beside all of those. */
  groups: ConditionGroup[]
  /** What was not made here: kept as it is. */
  rest: Where
}

function singleCondition(where: Where): FieldCondition | null {
  const [only, ...others] = fieldConditions(where)
  if (!only || others.length > 0 || Object.keys(where).length !== 1) return null
  return { field: only[0], wanted: only[1] }
}

function singleConditions(choices: readonly Where[]): FieldCondition[] | null {
  const single = choices.map(singleCondition)
  return single.includes(null) ? null : single.filter((one) => one !== null)
}

function groupOf({ any, not }: Where): ConditionGroup | null {
  const refused = not && (alternativesIn(not) ?? [not])
  const choices = singleConditions(any ?? refused ?? [])
  return choices && choices.length > 0 ? { none: refused !== undefined, choices } : null
}

/** Takes a filter apart into what the condition panel edits. */
export function conditionSetOf(where: Where): ConditionSet {
  const parts = partsOf(where).map((part) => ({
    part,
    condition: singleCondition(part),
    group: groupOf(part),
  }))
  return {
    all: parts.flatMap(({ condition }) => condition ?? []),
    groups: parts.flatMap(({ group }) => group ?? []),
    rest: allWhere(
      parts.filter(({ condition, group }) => !condition && !group).map(({ part }) => part),
    ),
  }
}

function oneOf(choices: readonly FieldCondition[]): Where {
  const [only, ...others] = choices.map(({ field, wanted }): Where => ({ [field]: wanted }))
  return only && others.length === 0 ? only : { any: [...(only ? [only] : []), ...others] }
}

/** Puts the panel's conditions together again; two on one field both hold. */
export function whereOfSet({ all, groups, rest }: ConditionSet): Where {
  const filled = groups.filter(({ choices }) => choices.length > 0)
  const refused = filled.filter(({ none }) => none).flatMap(({ choices }) => choices)
  return allWhere([
    ...all.map((condition) => oneOf([condition])),
    ...filled.filter(({ none }) => !none).map(({ choices }) => oneOf(choices)),
    noneOf(refused.map((condition) => oneOf([condition]))),
    rest,
  ])
}
