/** Names of records by id, for histories, reports and search. */
import type { Sight } from '../access/scope.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { titleSql } from './select.ts'

/** @param pointers entity → ids; @returns id → title */
export async function titlesByIds(
  house: House,
  sight: Sight,
  pointers: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const { tenant } = sight.reader
  await Promise.all(
    [...pointers].map(async ([target, ids]) => {
      const entity = house.registry.entities.get(target)
      if (!entity || ids.size === 0) return
      const title = raw(titleSql(house.registry, entity, 'x'))
      const rows = await house.database.read<{ id: string; title: string | null }>(
        tenant,
        sql`select x.id, ${title} as title from ${name(entity.table)} x
          where x.tenant = ${tenant} and x.id = any(${[...ids]}::uuid[])`,
      )
      for (const row of rows) titles.set(row.id, row.title ?? '')
    }),
  )
  return titles
}
