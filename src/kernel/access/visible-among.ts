/** Which records of those named a person may read now, and how they are called. */
import type { Unit } from '../action/unit.ts'
import { name, raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { never } from '../query/compile-where.ts'
import { titleSql } from '../query/select.ts'
import { scopeAmong } from './hung-on.ts'
import { personBy } from './load-person.ts'
import { rowScope, type Sight } from './scope.ts'

export interface Seen {
  id: string
  title: string | null
}

/**
 * Records in the recycle bin are not among them.
 * @param ask sends the statement, inside a transaction or not
 */
export async function visibleAmong(
  ask: <R>(query: Sql) => Promise<R[]>,
  sight: Sight,
  entity: Entity,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const scope = await scopeAmong(ask, sight, entity, ids)
  if (scope === never) return new Map()
  const rows = await ask<Seen>(
    sql`select r.id, ${raw(titleSql(sight.registry, entity, 'r'))} as title
      from ${name(entity.table)} r
      where r.tenant = ${sight.reader.tenant} and r.id = any(${[...new Set(ids)]}::uuid[])
        and r.deleted_at is null and ${scope}`,
  )
  return new Map(rows.map((row) => [row.id, row.title ?? '']))
}

/** The same for somebody else than who asks; nothing for who may not sign in. */
export async function visibleToPerson(
  { sight, tx }: Pick<Unit, 'sight' | 'tx'>,
  id: string,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const ask = <R>(query: Sql) => tx.query<R>(query)
  const { reader } = sight
  const person = await personBy(ask, reader.tenant, id, reader.today)
  if (!person) return new Set()
  const own = { ...sight, reader: { ...reader, person, me: id } }
  return new Set((await visibleAmong(ask, own, entity, ids)).keys())
}

/** Any records of the entity at all. */
export function readsAny(sight: Sight, entity: Entity): boolean {
  return rowScope(sight, entity, 'read', 'r') !== never
}
