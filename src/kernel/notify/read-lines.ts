/** What a person finds behind the bell: only of records that this person may read now. */
import { visibleAmong } from '../access/visible-among.ts'
import { readsAny } from '../access/visible-among.ts'
import type { Sight } from '../access/scope.ts'
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Ask } from './ask.ts'
import type { KeptLine } from './sentence.ts'

/** A line that may be shown, with the name of its record. */
export interface ShownLine extends KeptLine {
  title: string
}

export interface LinesWish {
  unread?: boolean
  /** Only lines older than this one, see `cursorOf`. */
  after?: { at: string; id: string }
  limit: number
}

/** Newest first. Lines that may not be shown are left out, so that there may be fewer. */
export async function readLines(
  ask: Ask,
  sight: Sight,
  wish: LinesWish,
): Promise<{ lines: ShownLine[]; last: KeptLine | null }> {
  const kept = await ask<KeptLine>(linesSql(sight, wish))
  const last = kept.length === wish.limit ? (kept.at(-1) ?? null) : null
  return { lines: await shownOf(ask, sight, kept), last }
}

function linesSql({ reader: { tenant, me } }: Sight, { unread, after, limit }: LinesWish): Sql {
  const fresh = unread ? sql` and n.read_at is null` : raw('')
  const older = after
    ? sql` and (n.at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : raw('')
  return sql`select n.id, n.cause, n.rule, n.entity, n.record, n.facts, n.times, n.at,
      n.read_at as "readAt", u.name as by
    from notification n
    left join "user" u on u.tenant = n.tenant and u.tenant = ${tenant} and u.id = n.by_user
    where n.tenant = ${tenant} and n.person = ${me}::uuid${fresh}${older}
    order by n.at desc, n.id desc limit ${limit}`
}

/** Of these lines those that this person may be shown. */
export async function shownOf(
  ask: Ask,
  sight: Sight,
  kept: readonly KeptLine[],
): Promise<ShownLine[]> {
  const kinds = [...Map.groupBy(kept, ({ entity }) => entity)]
  const shown = kinds.map(async ([entityName, lines]) => {
    const entity = sight.registry.entities.get(entityName)
    if (!entity) return []
    const ids = lines.flatMap(({ record }) => record ?? [])
    const titles = await visibleAmong(ask, sight, entity, ids)
    const isOpen = readsAny(sight, entity)
    return lines.flatMap((line): ShownLine[] => {
      const title = line.record === null ? '' : titles.get(line.record)
      const isShown = line.record === null ? isOpen : title !== undefined
      return isShown ? [{ ...line, title: title ?? '' }] : []
    })
  })
  const visible = new Map((await Promise.all(shown)).flat().map((line) => [line.id, line]))
  return kept.flatMap(({ id }) => visible.get(id) ?? [])
}
