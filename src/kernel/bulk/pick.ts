/** Which records are meant by a list of ids or a filter, as far as the person sees them. */
import { rowScope } from '../access/scope.ts'
import type { Unit } from '../action/unit.ts'
import { fail } from '../base/fail.ts'
import { name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { filterSql } from '../query/list.ts'
import type { Where } from '../query/where.ts'
import { openWhere } from '../search/open-hits.ts'
import type { Picked } from './deed.ts'

/** As many as can be meant in one go. */
export const mostInBulk = 100_000

export interface Pick {
  /** As it was asked for. */
  asked: Where
  /** `from … where …`, the records as `r`. */
  from: Sql
  isFilter: boolean
}

export async function openPick(
  unit: Unit,
  entity: Entity,
  pick: { ids: string[] } | { where: Where },
): Promise<Pick> {
  const { sight } = unit
  const isFilter = 'where' in pick
  const asked: Where = isFilter ? pick.where : { id: { in: pick.ids } }
  const where = await openWhere(unit.house.database, sight, entity, asked)
  const from = sql`from ${name(entity.table)} r where ${filterSql(sight, entity, { where })}`
  return { asked, from, isFilter }
}

function titleOf(entity: Entity): Sql {
  return raw(`r."${columnName(entity.title)}"::text as title`)
}

export function pickedRows(
  { tx }: Unit,
  entity: Entity,
  { from }: Pick,
  most: number,
): Promise<Picked[]> {
  return tx.query<Picked>(sql`select r.id, ${titleOf(entity)} ${from} order by r.id limit ${most}`)
}

/** How many there are, how many of them one may do it to, and some of these from all over. */
export async function sampleOf(
  unit: Unit,
  entity: Entity,
  { from }: Pick,
  right: string,
  most: number,
): Promise<{ total: number; allowed: number; rows: Picked[] }> {
  const may = rowScope(unit.sight, entity, right, 'r')
  const [counted] = await unit.tx.query<{ total: number; allowed: number }>(
    sql`select count(*)::integer as total, (count(*) filter (where p.may))::integer as allowed
      from (select ${may} as may ${from} limit ${mostInBulk + 1}) p`,
  )
  const { total = 0, allowed = 0 } = counted ?? {}
  if (total > mostInBulk) fail('bulk.too-many', { most: mostInBulk })
  const rows = await unit.tx.query<Picked>(
    sql`select r.id, ${titleOf(entity)} ${from} and ${may}
      order by md5(r.id::text) limit ${most}`,
  )
  return { total, allowed, rows }
}

/** Of these records those that the person sees, and whether they still are what was picked. */
export function stillPicked(
  unit: Unit,
  entity: Entity,
  ids: readonly string[],
  asked: Where | undefined,
): Promise<(Picked & { fits: boolean })[]> {
  const { sight } = unit
  // Words and figures are looked up once, when the records are picked.
  const { search: _, behind: __, ...where } = asked ?? {}
  const seen = rowScope(sight, entity, 'read', 'r')
  return unit.tx.query(
    sql`select r.id, ${titleOf(entity)}, (${filterSql(sight, entity, { where })}) as fits
      from ${name(entity.table)} r
      where r.tenant = ${sight.reader.tenant} and r.id = any(${ids}::uuid[]) and ${seen}`,
  )
}
