/** Records that a search finds, newest first, in bands: the first is small and soon there. */
import type { Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { tsqueryOf } from '../text/search-tokens.ts'
import { entityWord, searchWithin } from './owner-words.ts'

/** The `size` newest hits older than the record `before`. */
export interface Band {
  before: string
  size: number
}

/** Of a full band the next is looked for, four times as big. */
export const biggestBand = 100_000
export const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export function firstBand(size: number): Band {
  return { before: afterAll, size }
}

/** @returns null when there are no hits behind the band */
export function nextBand(band: Band, hits: readonly string[]): Band | null {
  const last = hits.at(-1)
  if (last === undefined || hits.length < band.size) return null
  return { before: last, size: Math.min(band.size * 4, biggestBand) }
}

/** Ids of matching records; what of them the person may see is still to be asked. */
export async function hitsIn(
  database: Database,
  sight: Sight,
  entity: Entity,
  query: string,
  { before, size }: Band,
): Promise<string[]> {
  const words = tsqueryOf(query)
  const within = searchWithin(sight, entity)
  if (words === null || within === null) return []
  const rows = await database.read<{ record: string }>(
    sight.reader.tenant,
    sql`select record from shangmai_search(${entity.name}, ${words},
      ${entityWord(sight.reader.tenant, entity)}, ${within.words},
      ${within.people}::uuid[], ${before}::uuid, ${size}, true)`,
  )
  return rows.map(({ record }) => record)
}
