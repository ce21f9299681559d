/** Full-text search as a condition: through the one function that may use the index under row-level security. */
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { tsqueryOf } from '../text/search-tokens.ts'

/** Hits taken into a list; the newest come first, more than these call for a narrower search. */
export const mostHits = 5000
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Rows whose words match; a query without a searchable word matches nothing. */
export function searchCondition(
  entity: Entity,
  query: string,
  alias: string,
  most = mostHits,
): Sql {
  const words = tsqueryOf(query)
  if (words === null) return raw('false')
  return sql`${raw(alias)}.id in (select record from shangmai_search(${entity.name}, ${words}, ${afterAll}::uuid, ${most}))`
}
