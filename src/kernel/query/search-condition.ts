/** Full-text search as a condition: one function may use the index under row-level security. */
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { afterAll } from '../search/hits.ts'
import type { Within } from '../search/owner-words.ts'
import { tsqueryOf } from '../text/search-tokens.ts'

const all = 1_000_000_000

/**
 * Rows whose words match, all of them; a query without a searchable word matches nothing.
 * @param kind the entity's word
 * @param within of the rows in question; both as in owner-words.ts
 */
export function searchCondition(
  entity: Entity,
  query: string,
  { kind, within }: { kind: string; within: Within },
  alias: string,
): Sql {
  const words = tsqueryOf(query)
  if (words === null) return raw('false')
  return sql`${raw(alias)}.id in (select record
    from shangmai_search(${entity.name}, ${words}, ${kind}, ${within.words},
      ${within.people}::uuid[], ${afterAll}::uuid, ${all}, true))`
}
