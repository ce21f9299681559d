/** Finds anything by name, pinyin, number or phone, and shows only what the person may see. */
import { scopeAmong } from '../access/hung-on.ts'
import type { Sight } from '../access/scope.ts'
import { join, name, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { SearchAnswer } from '../http/wire.ts'
import { tsqueryOf } from '../text/search-tokens.ts'
import { hitsIn, nextBand, type Band } from './hits.ts'
import { entityWord, searchWithin, type Within } from './owner-words.ts'
import { openHits, searchesAll } from './open-hits.ts'
import { searchedFields } from './search-doc.ts'

interface Hit {
  entity: string
  record: string
  title: string
  subtitle: string
}

const mostHits = 30
const mostOfOne = 12

/** The newest hits of each entity in turn, so that many of one do not hide the few of another. */
export async function search(house: House, sight: Sight, query: string): Promise<SearchAnswer> {
  const words = tsqueryOf(query)
  if (words === null) return { hits: [] }
  const entities = entitiesInSight(sight)
  const found = await newestOfEach(house, sight, words, entities)
  const seen = await visibleAmong(house, sight, query, found)
  const lists: Hit[][] = []
  for (const { entity } of entities) {
    const own = found.filter((hit) => hit.entity === entity.name)
    const visible = own.flatMap((hit) => seen.get(hit.record) ?? [])
    const mayHideMore = own.length === mostOfOne && visible.length < mostOfOne / 2
    lists.push(mayHideMore ? await lookFurther(house, sight, entity, query, own) : visible)
  }
  return { hits: inTurn(lists).map(toWire) }
}

interface InSight {
  entity: Entity
  within: Within
}

function entitiesInSight(sight: Sight): InSight[] {
  return [...sight.registry.entities.values()].flatMap((entity) => {
    if (entity.isLine || searchedFields(entity).length === 0) return []
    const within = searchWithin(sight, entity)
    return within === null ? [] : [{ entity, within }]
  })
}

/** Two halves are looked through at the same time, each on a connection of its own. */
async function newestOfEach(
  house: House,
  sight: Sight,
  words: string,
  among: readonly InSight[],
): Promise<Hit[]> {
  const halves = [0, 1].map((half) => among.filter((_, nth) => nth % 2 === half))
  const found = halves.map((half) => newestOf(house, sight, words, half))
  return (await Promise.all(found)).flat()
}

function newestOf(house: House, sight: Sight, words: string, among: InSight[]): Promise<Hit[]> {
  const entities = among.map(({ entity }) => entity.name)
  const kinds = among.map(({ entity }) => entityWord(sight.reader.tenant, entity))
  const withins = among.map(({ within }) => within.words)
  const people = among.map(({ within }) => within.people && `{${within.people.join(',')}}`)
  return house.database.read<Hit>(
    sight.reader.tenant,
    sql`select entity, record, title, subtitle
      from shangmai_search_all(${words}, ${entities}::text[], ${kinds}::text[],
        ${withins}::text[], ${people}::text[], ${mostOfOne})`,
  )
}

/** Of many hits few may be the person's own: looks on until there are enough or no more. */
async function lookFurther(
  house: House,
  sight: Sight,
  entity: Entity,
  query: string,
  first: readonly Hit[],
): Promise<Hit[]> {
  const visible: Hit[] = []
  let band: Band | null = { before: first.at(-1)?.record ?? '', size: mostOfOne * 50 }
  let hits: readonly Hit[] = first
  for (;;) {
    const seen = await visibleAmong(house, sight, query, hits)
    visible.push(...hits.flatMap((hit) => seen.get(hit.record) ?? []))
    if (band === null || visible.length >= mostOfOne) return visible.slice(0, mostOfOne)
    const ids = await hitsIn(house.database, sight, entity, query, band)
    hits = await docsOf(house, sight, entity, ids)
    band = nextBand(band, ids)
  }
}

function docsOf(house: House, sight: Sight, entity: Entity, ids: string[]): Promise<Hit[]> {
  const { tenant } = sight.reader
  return house.database.read<Hit>(
    tenant,
    sql`select entity, record, title, subtitle from search_doc
      where tenant = ${tenant} and entity = ${entity.name} and record = any(${ids}::uuid[])
      order by record desc`,
  )
}

/** By id, the hits that are there and may be seen, as this person may see them. */
async function visibleAmong(
  house: House,
  sight: Sight,
  query: string,
  hits: readonly Hit[],
): Promise<Map<string, Hit>> {
  const there = await idsInSight(house, sight, hits)
  const seen = hits.filter((hit) => there.has(hit.record))
  const shown = new Map(seen.map((hit) => [hit.record, hit]))
  for (const [entityName, own] of Map.groupBy(seen, (hit) => hit.entity)) {
    const entity = house.registry.entities.get(entityName)
    if (!entity || searchesAll(sight, entity)) continue
    const ids = own.map((hit) => hit.record)
    const open = await openHits(house.database, sight, entity, query, ids)
    const subtitles = new Map(open.map((hit) => [hit.record, hit.subtitle]))
    for (const hit of own) {
      const subtitle = subtitles.get(hit.record)
      if (subtitle === undefined) shown.delete(hit.record)
      else shown.set(hit.record, { ...hit, subtitle })
    }
  }
  return shown
}

/** Ids of the records among the hits that are there and may be seen, in one statement. */
async function idsInSight(house: House, sight: Sight, hits: readonly Hit[]): Promise<Set<string>> {
  const { tenant } = sight.reader
  const ask = <R>(query: Sql) => house.database.read<R>(tenant, query)
  const parts: Sql[] = []
  for (const [entityName, own] of Map.groupBy(hits, (hit) => hit.entity)) {
    const entity = house.registry.entities.get(entityName)
    if (!entity) continue
    const ids = own.map((hit) => hit.record)
    const scope = await scopeAmong(ask, sight, entity, ids)
    parts.push(
      sql`select r.id from ${name(entity.table)} r
        where r.tenant = ${tenant} and r.id = any(${ids}::uuid[]) and r.deleted_at is null
          and ${scope}`,
    )
  }
  if (parts.length === 0) return new Set()
  const rows = await ask<{ id: string }>(join(parts, ' union all '))
  return new Set(rows.map(({ id }) => id))
}

/** One of each, a second of each, … up to the most; then again entity by entity. */
function inTurn(lists: readonly Hit[][]): Hit[] {
  const counts = lists.map(() => 0)
  let left = mostHits
  for (let nth = 0; nth < mostOfOne && left > 0; nth += 1) {
    for (const [index, list] of lists.entries()) {
      if (left === 0 || nth >= list.length) continue
      counts[index] = nth + 1
      left -= 1
    }
  }
  return lists.flatMap((list, index) => list.slice(0, counts[index]))
}

function toWire(hit: Hit): SearchAnswer['hits'][number] {
  return { entity: hit.entity, id: hit.record, title: hit.title, subtitle: hit.subtitle }
}
