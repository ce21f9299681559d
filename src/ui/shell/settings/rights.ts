/** What a role may do: as declared, or as it was changed; and how far a right reaches. */
import type { EntityMeta, FieldMeta, HouseMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { placesOf } from '../menu.ts'
import type { FieldLine } from './field-rights.ts'

export type Scope = 'all' | Where

export interface RightLine {
  entity: string
  /** 'read', 'do:confirm', 'report'. */
  right: string
  label: string
  /** By role key; null = none. */
  declared: Record<string, Scope | null>
  /** Read with the record it belongs to: that record's label. */
  inherits?: string
}

export interface RightChange {
  id: string
  version: number
  role: string
  entity: string
  right: string
  allowed: boolean
  scope: Scope | null
}

export interface RightsAnswer {
  roles: { id: string; key: string; name: string }[]
  changes: RightChange[]
  lines: RightLine[]
  fields: FieldLine[]
}

export interface Reach {
  /** null = not allowed. */
  scope: Scope | null
  change: RightChange | undefined
}

/** What a role has of a right now. */
export function reachOf(answer: RightsAnswer, line: RightLine, role: string): Reach {
  const change = answer.changes.find((each) => {
    return each.role === role && each.entity === line.entity && each.right === line.right
  })
  if (!change) return { scope: line.declared[role] ?? null, change }
  return { scope: change.allowed ? (change.scope ?? 'all') : null, change }
}

/** A value for a choice of scopes; equal scopes have equal keys. */
export function scopeKey(scope: Scope | null): string {
  if (scope === null) return 'none'
  return scope === 'all' ? 'all' : JSON.stringify(scope)
}

export function scopeOfKey(key: string): Scope | null {
  if (key === 'none') return null
  return key === 'all' ? 'all' : (JSON.parse(key) as Where)
}

export function sameScope(one: Scope | null, other: Scope | null): boolean {
  return scopeKey(one) === scopeKey(other)
}

/** Rows by the people they name: mine, my team's; only rows that name one can be so narrowed. */
export function personScopes(entity: EntityMeta): { field: FieldMeta; scope: Where }[] {
  const people = entity.fields.filter(({ kind, name }) => kind === 'person' && name !== 'updatedBy')
  return people.flatMap((field) => [
    { field, scope: { [field.name]: 'me' } },
    { field, scope: { [field.name]: 'my-team' } },
  ])
}

/** Lines of one entity: the plain rights in their order, then its actions. */
export function linesOfEntity(lines: readonly RightLine[], entity: string) {
  const own = lines.filter((line) => line.entity === entity)
  return {
    plain: own.filter(({ right }) => !right.startsWith('do:')),
    actions: own.filter(({ right }) => right.startsWith('do:')),
  }
}

/** Entities as the menu groups them, in its order; what it does not show comes last ('' = none). */
export function groupsOf(
  house: HouseMeta,
  entities: readonly string[],
): { group: string; entities: string[] }[] {
  const places = placesOf(house).filter(({ entity }) => entity && entities.includes(entity))
  const placed = new Set(places.map(({ entity }) => entity))
  const groups = [...new Set(places.map(({ group }) => group))].map((group) => ({
    group,
    entities: places.flatMap((place) => (place.group === group && place.entity) || []),
  }))
  const others = entities.filter((entity) => !placed.has(entity))
  return others.length > 0 ? [...groups, { group: '', entities: others }] : groups
}
