/** Counts and sums of the filtered rows; counts stop where a person stops reading them. */
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import { behindSumSql } from '../report/behind.ts'
import { firstBand, hitsIn, nextBand, type Band } from '../search/hits.ts'
import { openIds, openWhere } from '../search/open-hits.ts'
import { filterSql, type ListWish } from './list.ts'
import type { BehindFigure, Where } from './where.ts'

export interface Count {
  value: number
  capped: boolean
}

/** Beyond this a count is shown as '1,000+'. */
export const mostCounted = 1000

type Filter = Pick<ListWish, 'where' | 'deleted'>

export async function count(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: Filter,
): Promise<Count> {
  const { search, ...where } = wish.where
  const countRows = async (condition: Sql): Promise<number> => {
    const filter = filterSql(sight, entity, { ...wish, where })
    const inner = sql`select 1 from ${name(entity.table)} r
      where ${filter}${condition} limit ${raw(String(mostCounted + 1))}`
    const query = sql`select count(*) as value from (${inner}) c`
    const [row] = await database.read<{ value: string }>(sight.reader.tenant, query)
    return Number(row?.value ?? 0)
  }
  if (search === undefined) return capped(await countRows(raw('')))
  let found = 0
  let band: Band | null = firstBand(mostCounted + 1)
  while (band !== null && found <= mostCounted) {
    const hits = await hitsIn(database, sight, entity, search, band)
    const open = await openIds(database, sight, entity, search, hits)
    if (open.length > 0) found += await countRows(sql` and r.id = any(${open}::uuid[])`)
    band = nextBand(band, hits)
  }
  return capped(found)
}

function capped(value: number): Count {
  return { value: Math.min(value, mostCounted), capped: value > mostCounted }
}

export type Totals = Record<string, string | Record<string, string>>

/**
 * Sums of the entity's total fields over all filtered rows; by currency if the field has one.
 * `behind`: what they add to the figure they stand behind.
 */
export async function totals(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: Filter,
): Promise<Totals> {
  const fields = (entity.list?.totals ?? []).filter((field) => {
    const declared = entity.fields[field]
    return declared !== undefined && seesField(declared, sight.reader.person)
  })
  const result: Totals = {}
  const where = await openWhere(database, sight, entity, wish.where)
  for (const field of fields)
    result[field] = await sumOf(database, sight, entity, { ...wish, where }, field)
  const { behind } = where
  const sum = behind ? await behindSum(database, sight, entity, { ...wish, where }, behind) : null
  return sum === null ? result : { ...result, behind: sum }
}

/** What the filtered rows add to the figure of a report that they stand behind. */
async function behindSum(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: Filter,
  figure: BehindFigure,
): Promise<string | null> {
  const query = behindSumSql(sight, entity, figure, filterSql(sight, entity, wish))
  if (query === null) return null
  const [row] = await database.read<{ sum: string }>(sight.reader.tenant, query)
  return row?.sum ?? '0'
}

async function sumOf(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: Filter,
  field: string,
) {
  const column = raw(valueSql(entity, field, 'r'))
  const from = sql`from ${name(entity.table)} r where ${filterSql(sight, entity, wish)}`
  const currency = entity.fields[field]?.currency
  if (!currency) {
    const [row] = await database.read<{ sum: string }>(
      sight.reader.tenant,
      sql`select coalesce(sum(${column}), 0) as sum ${from}`,
    )
    return row?.sum ?? '0'
  }
  const by = raw(`r."${columnName(currency)}"`)
  const rows = await database.read<{ currency: string; sum: string }>(
    sight.reader.tenant,
    sql`select ${by} as currency, coalesce(sum(${column}), 0) as sum ${from} group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map((row) => [row.currency, row.sum]))
}

/** Counts of several filters in one round trip: the tabs of a list. */
export async function counts(
  database: Database,
  sight: Sight,
  entity: Entity,
  tabs: Readonly<Record<string, Where>>,
): Promise<Record<string, Count>> {
  const most = raw(String(mostCounted + 1))
  const keys = Object.keys(tabs)
  if (keys.length === 0) return {}
  const columns = keys.map((key, index) => {
    const filter = filterSql(sight, entity, { where: tabs[key] ?? {} })
    const reached = sql`select 1 from ${name(entity.table)} r where ${filter} limit ${most}`
    return sql`(select count(*) from (${reached}) c) as ${raw(`c${index}`)}`
  })
  const [row] = await database.read<Record<string, string>>(
    sight.reader.tenant,
    sql`select ${join(columns, ', ')}`,
  )
  return Object.fromEntries(
    keys.map((key, index) => [key, capped(Number(row?.[`c${index}`] ?? 0))]),
  )
}
