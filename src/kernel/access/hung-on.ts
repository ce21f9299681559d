/** On which kinds of records rows hang, so that a statement asks for the rights to these alone. */
import { name, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Where } from '../query/where.ts'
import { rowScope, type Hung, type Sight } from './scope.ts'

/**
 * Of the rows with these ids those that the person may read, under the alias `r`.
 * @param ask sends the statement, which is needed only for what hangs on records of any kind
 */
export async function scopeAmong(
  ask: <T>(query: Sql) => Promise<T[]>,
  sight: Sight,
  entity: Entity,
  ids: readonly string[],
): Promise<Sql> {
  const hung = await hungOn(ask, sight.reader.tenant, entity, ids)
  return rowScope(sight, entity, 'read', 'r', hung)
}

async function hungOn(
  ask: (query: Sql) => Promise<{ entity: string | null }[]>,
  tenant: string,
  { access, table }: Entity,
  ids: readonly string[],
): Promise<Hung> {
  if (access.inherit !== 'record') return undefined
  const rows = await ask(
    sql`select distinct r.entity from ${name(table)} r
      where r.tenant = ${tenant} and r.id = any(${[...ids]}::uuid[])`,
  )
  return rows.flatMap(({ entity }) => entity ?? [])
}

/** As a filter names them. */
export function hungWhere({ access }: Entity, where: Where): Hung {
  if (access.inherit !== 'record') return undefined
  const named: unknown = where['entity']
  if (typeof named === 'string') return [named]
  return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : undefined
}
