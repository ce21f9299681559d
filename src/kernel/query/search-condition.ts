/** Full-text search as a condition: one function may use the index under row-level security. */
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { afterAll } from '../search/hits.ts'
import { tsqueryOf } from '../text/search-tokens.ts'

const all = 1_000_000_000

/**
 * Rows whose words match, all of them; a query without a searchable word matches nothing.
 * @param within words of which a row in question has at least one, see owner-words.ts
 */
export function searchCondition(entity: Entity, query: string, within: string, alias: string): Sql {
  const words = tsqueryOf(query)
  if (words === null) return raw('false')
  return sql`${raw(alias)}.id in (select record
    from shangmai_search(${entity.name}, ${words}, ${within}, ${afterAll}::uuid, ${all}))`
}
