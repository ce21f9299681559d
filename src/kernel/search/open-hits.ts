/** For people from whom a searched field is hidden: its words lead them to no record. */
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { columnsSql, titlesSql, titleSuffix } from '../query/select.ts'
import type { Where } from '../query/where.ts'
import { tsqueryOf } from '../text/search-tokens.ts'
import { firstBand, hitsIn, nextBand, type Band } from './hits.ts'
import { searchDoc, searchedFields } from './search-doc.ts'

const atOnce = 1000
/** More hits than a figure over a search takes together. */
const mostOpen = 100_000

function openFields(entity: Entity, { reader }: Sight): string[] {
  return searchedFields(entity).filter((field) => {
    const declared = entity.fields[field]
    return declared !== undefined && seesField(declared, reader.person)
  })
}

/** Does this person see everything that the entity's records are found by? */
export function searchesAll(sight: Sight, entity: Entity): boolean {
  return openFields(entity, sight).length === searchedFields(entity).length
}

/** Of the hits those that are found by what the person sees, with a second line made of that. */
export async function openHits(
  database: Database,
  sight: Sight,
  entity: Entity,
  query: string,
  ids: readonly string[],
): Promise<{ record: string; subtitle: string }[]> {
  const found: { record: string; subtitle: string }[] = []
  for (let start = 0; start < ids.length; start += atOnce)
    found.push(
      ...(await openAmong(database, sight, entity, query, ids.slice(start, start + atOnce))),
    )
  return found
}

/** As openHits, but only the ids, and all of them where nothing is hidden. */
export async function openIds(
  database: Database,
  sight: Sight,
  entity: Entity,
  query: string,
  ids: string[],
): Promise<string[]> {
  if (searchesAll(sight, entity)) return ids
  return (await openHits(database, sight, entity, query, ids)).map(({ record }) => record)
}

/** The filter with its search replaced by the records found, where a searched field is hidden. */
export async function openWhere(
  database: Database,
  sight: Sight,
  entity: Entity,
  where: Where,
): Promise<Where> {
  const { search, behind, ...rest } = where
  if (search === undefined || searchesAll(sight, entity)) return where
  const found: string[] = []
  let band: Band | null = firstBand(atOnce)
  while (band !== null && found.length < mostOpen) {
    const hits = await hitsIn(database, sight, entity, search, band)
    found.push(...(await openIds(database, sight, entity, search, hits)))
    band = nextBand(band, hits)
  }
  return { any: [rest], id: found, ...(behind ? { behind } : {}) }
}

async function openAmong(
  database: Database,
  sight: Sight,
  entity: Entity,
  query: string,
  ids: readonly string[],
) {
  const words = tsqueryOf(query)
  if (words === null) return []
  const { tenant } = sight.reader
  const fields = openFields(entity, sight)
  const columns = columnsSql(entity, fields, 'r') + titlesSql(sight.registry, entity, fields, 'r')
  const rows = await database.read<Values & { id: string }>(
    tenant,
    sql`select ${raw(columns)} from ${name(entity.table)} r
      where r.tenant = ${tenant} and r.id = any(${ids}::uuid[])`,
  )
  const docs = rows.map((row) =>
    searchDoc(tenant, entity, row, titlesIn(row), { searched: fields }),
  )
  return database.read<{ record: string; subtitle: string }>(
    tenant,
    sql`select d.record, d.subtitle from jsonb_to_recordset(${JSON.stringify(docs)}::jsonb)
        as d(record uuid, subtitle text, words text)
      where d.words::tsvector @@ ${words}::tsquery`,
  )
}

function titlesIn(row: Values): Record<string, string> {
  const titles = Object.entries(row).filter(([key]) => key.endsWith(titleSuffix))
  return Object.fromEntries(
    titles.map(([key, title]) => [key.slice(0, -titleSuffix.length), String(title ?? '')]),
  )
}
