/** The records with which changed ones are seen, and whose people therefore find them. */
import { heldKey, type StoredRow, type Unit } from '../action/unit.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { valueSql } from '../entity/value-sql.ts'
import { peopleFields, seenWithEntity, type SeenWith } from './owner-words.ts'

export interface Changed {
  entity: Entity
  row: StoredRow
}

export interface Parents {
  of: (entity: Entity, row: Values) => SeenWith | undefined
}

/** Reads the people of those records that the unit does not hold, e.g. of a contact's customer. */
export async function learnParents(unit: Unit, changed: readonly Changed[]): Promise<Parents> {
  const read = new Map<string, Values>()
  for (const [entity, own] of Map.groupBy(changed, ({ entity: one }) => one)) {
    const parent = seenWithEntity(unit.house.registry, entity)
    if (!parent || peopleFields(parent).length === 0) continue
    const ids = new Set(own.flatMap(({ row }) => parentId(entity, row) ?? []))
    const wanted = [...ids].filter((id) => !unit.held.has(heldKey(parent, id)))
    for (const row of await peopleOf(unit, parent, wanted)) read.set(heldKey(parent, row.id), row)
  }
  return {
    of(entity, row) {
      const parent = seenWithEntity(unit.house.registry, entity)
      const id = parentId(entity, row)
      if (!parent || id === null) return undefined
      const known = unit.held.get(heldKey(parent, id)) ?? read.get(heldKey(parent, id))
      return known && { entity: parent, row: known }
    },
  }
}

function parentId(entity: Entity, row: Values): string | null {
  const id = row[entity.access.inherit ?? '']
  return typeof id === 'string' ? id : null
}

export async function peopleOf(
  unit: Unit,
  parent: Entity,
  ids: readonly string[],
): Promise<(Values & { id: string })[]> {
  if (ids.length === 0) return []
  const people = peopleFields(parent).map(
    (field) => `${valueSql(parent, field, 'x')} as "${field}"`,
  )
  return unit.tx.query(
    sql`select ${raw(['x.id', ...people].join(', '))} from ${name(parent.table)} x
      where x.tenant = ${unit.sight.reader.tenant} and x.id = any(${ids}::uuid[])`,
  )
}
