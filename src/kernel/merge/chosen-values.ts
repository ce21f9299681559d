/** The values of the record that stays: as chosen, else its own, else what the others have. */
import type { StoredRow } from '../action/unit.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Field } from '../field/field.ts'

export interface Choice {
  keep: string
  drop: readonly string[]
  /** Field → id of the record whose value is taken. */
  take: Readonly<Record<string, string>>
}

/** What is unique, counted or computed of a record stays its own. */
export function chosenValues(
  entity: Entity,
  { keep, drop, take }: Choice,
  rows: ReadonlyMap<string, StoredRow>,
): Values {
  const chosen: Values = {}
  for (const [field, declared] of Object.entries(entity.fields)) {
    if (declared.computed || declared.unique || declared.kind === 'lines') continue
    const source = take[field]
    const given = (source ? [source] : [keep, ...drop]).map((id) => rows.get(id)?.[field])
    const value = isSelf(entity, declared)
      ? firstFilled(given.filter((id) => !rows.has(id as string)))
      : firstFilled(given)
    if (value !== undefined) chosen[field] = value
  }
  return chosen
}

/** A record that is part of itself would lead nowhere. */
function isSelf(entity: Entity, { kind, target }: Field): boolean {
  return target === entity.name && kind !== 'refs'
}

/** Lists such as tags are put together. */
function firstFilled(given: unknown[]): unknown {
  const filled = given.filter((value) => value !== null && value !== undefined)
  const [first = null] = filled
  return Array.isArray(first) ? [...new Set(filled.flat())] : first
}
