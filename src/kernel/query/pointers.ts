/** Names of the records that rows point to by entity and id, where the person may see those. */
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { allFields, type Entity } from '../entity/entity.ts'
import type { RefTitles } from '../http/wire.ts'
import { titleSql } from './select.ts'

type PlainRow = Readonly<Record<string, unknown>>

/** Adds to `refs`, all in one statement; none where nothing points so. */
export async function addPointers(
  database: Database,
  sight: Sight,
  entity: Entity,
  rows: readonly PlainRow[],
  refs: RefTitles,
): Promise<void> {
  const parts = [...pointersIn(entity, rows)].flatMap(([target, ids]) =>
    seenSql(sight, target, [...ids]),
  )
  if (parts.length === 0) return
  const { tenant } = sight.reader
  const found = await database.read<{ entity: string; id: string; title: string | null }>(
    tenant,
    join(parts, ' union all '),
  )
  for (const one of found) (refs[one.entity] ??= {})[one.id] = { title: one.title ?? '' }
}

/** Entity → ids. */
function pointersIn(entity: Entity, rows: readonly PlainRow[]): Map<string, Set<string>> {
  const pointers = new Map<string, Set<string>>()
  for (const [field, { targetIn }] of Object.entries(allFields(entity))) {
    if (!targetIn) continue
    for (const { [field]: id, [targetIn]: target } of rows) {
      if (typeof id !== 'string' || typeof target !== 'string') continue
      pointers.set(target, (pointers.get(target) ?? new Set()).add(id))
    }
  }
  return pointers
}

function seenSql(sight: Sight, target: string, ids: readonly string[]): Sql[] {
  const entity = sight.registry.entities.get(target)
  if (!entity) return []
  const columns = raw(`'${entity.name}' as entity, x.id, ${titleSql(sight.registry, entity, 'x')}`)
  return [
    sql`select ${columns} as title from ${name(entity.table)} x
      where x.tenant = ${sight.reader.tenant} and x.id = any(${ids}::uuid[])
        and ${rowScope(sight, entity, 'read', 'x')}`,
  ]
}
