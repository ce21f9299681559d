/** Finds anything by name, pinyin, number or phone, and shows only what the person may see. */
import { rowScope, type Sight } from '../access/scope.ts'
import { name, sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { SearchAnswer } from '../http/wire.ts'
import { tsqueryOf } from '../text/search-tokens.ts'

interface Hit {
  entity: string
  record: string
  title: string
  subtitle: string
}

const candidates = 400
const mostHits = 30

/** Looks at a bounded number of matches; rows out of reach are dropped by the one permission compiler. */
export async function search(house: House, sight: Sight, query: string): Promise<SearchAnswer> {
  const words = tsqueryOf(query)
  if (words === null) return { hits: [] }
  const { tenant } = sight.reader
  for (let most = candidates; ; most *= 25) {
    const found = await house.database.read<Hit>(
      tenant,
      sql`select entity, record, title, subtitle from shangmai_search_all(${words}, ${most})`,
    )
    const seen = await visibleHits(house, sight, found)
    // Few of many are visible: look further, so that nobody misses their own.
    if (seen.length >= mostHits || found.length < most || most > 200_000) {
      return { hits: seen.slice(0, mostHits) }
    }
  }
}

async function visibleHits(
  house: House,
  sight: Sight,
  found: Hit[],
): Promise<SearchAnswer['hits']> {
  const byEntity = Map.groupBy(found, (hit) => hit.entity)
  const lists = await Promise.all(
    [...byEntity].map(async ([entityName, hits]) => {
      const entity = house.registry.entities.get(entityName)
      if (!entity) return []
      const ids = hits.map((hit) => hit.record)
      const rows = await house.database.read<{ id: string }>(
        sight.reader.tenant,
        sql`select r.id from ${name(entity.table)} r where r.tenant = ${sight.reader.tenant} and r.id = any(${ids}::uuid[]) and r.deleted_at is null and ${rowScope(sight, entity, 'read', 'r')}`,
      )
      const visible = new Set(rows.map((row) => row.id))
      return hits.filter((hit) => visible.has(hit.record))
    }),
  )
  return lists.flat().map((hit) => ({
    entity: hit.entity,
    id: hit.record,
    title: hit.title,
    subtitle: hit.subtitle,
  }))
}
