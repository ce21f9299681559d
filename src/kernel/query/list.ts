/** A page of records: filtered, sorted, permitted; the next page by key, never by offset. */
import { fail } from '../base/fail.ts'
import { hungWhere } from '../access/hung-on.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import type { RefTitles, WireRow } from '../http/wire.ts'
import { closedSql, takeClosed, type Closed } from './closed.ts'
import { compileWhere, never } from './compile-where.ts'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'
import { isBehindSql } from '../report/behind.ts'
import { firstBand, hitsIn, nextBand, type Band } from '../search/hits.ts'
import { openIds } from '../search/open-hits.ts'
import { entityWord, searchWithin } from '../search/owner-words.ts'
import { searchCondition } from './search-condition.ts'
import { fewRows, manyRows, type Asking, type Sorts } from './many-keys.ts'
import { addPointers } from './pointers.ts'
import { columnsSql, splitTitles, titlesSql } from './select.ts'
import { mostSorted, sortsOf, type Sort } from './sort.ts'
import type { Where } from './where.ts'
import { wishedColumns } from './wished-columns.ts'

export interface ListWish {
  where: Where
  /** 'name', '-createdAt' or up to three with commas; absent = the entity's own. */
  sort?: string
  /** Cursor of the page before. */
  after?: string
  limit?: number
  columns?: readonly string[]
  /** Only deleted records: the recycle bin. */
  deleted?: boolean
  /** Also which of the rows the person may not change. */
  may?: boolean
}

export interface Page {
  rows: WireRow[]
  refs: RefTitles
  next: string | null
  closed?: Closed
}

export const mostRows = 200

/** @throws {Refusal} `list.…` for an unknown sort or a broken cursor */
export async function list(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
): Promise<Page> {
  const limit = Math.min(Math.max(wish.limit ?? 50, 1), mostRows)
  const sorts = sortsOf(sight, entity, wish.sort)
  const casts = sorts.map(({ cast }) => cast)
  const cursor = wish.after === undefined ? null : readCursor(wish.after, casts)
  const sorting: Sorting = { sorts, areMany: await areMany(database, sight, entity, wish, sorts) }
  const found = await foundRows(database, sight, entity, wish, sorting, cursor, limit + 1)
  const more = found.length > limit
  if (more) found.pop()
  const last = found.at(-1)
  const values = sorts.map(({ key }) => last?.row[key])
  const next = more && last ? writeCursor(values, String(last.row.id), last.band) : null
  const rows = found.map(({ row }) => row)
  const closed = wish.may ? { closed: takeClosed(entity, rows) } : {}
  const refs = splitTitles(entity, rows)
  await addPointers(database, sight, entity, rows, refs)
  return { rows: rows as WireRow[], refs, next, ...closed }
}

type PlainRow = Record<string, unknown>

interface Sorting {
  sorts: Sorts
  /** More than can be sorted while one waits: the index of the first field must serve. */
  areMany: boolean
}

interface FoundRow {
  row: PlainRow
  band: Band | null
}

/** The newest hits of a search come first, sorted as wished; when they are few, all at once. */
async function foundRows(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  sorting: Sorting,
  cursor: Cursor | null,
  most: number,
): Promise<FoundRow[]> {
  const { search, ...where } = wish.where
  const ask = (condition: Sql, from: Cursor | null, count: number) =>
    pageRows(database, sight, entity, { ...wish, where }, sorting, condition, from, count)
  if (search === undefined)
    return (await ask(raw(''), cursor, most)).map((row) => ({ row, band: null }))
  const found: FoundRow[] = []
  let band: Band | null = cursor?.band ?? firstBand(2 * most)
  for (let from = cursor; band !== null && found.length < most; from = null) {
    const own: Band = band
    const hits = await hitsIn(database, sight, entity, search, own)
    const open = await openIds(database, sight, entity, search, hits)
    const condition = sql` and r.id = any(${open}::uuid[])`
    const rows = open.length === 0 ? [] : await ask(condition, from, most - found.length)
    found.push(...rows.map((row) => ({ row, band: own })))
    band = nextBand(own, hits)
  }
  return found
}

async function pageRows(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  { sorts, areMany }: Sorting,
  condition: Sql,
  cursor: Cursor | null,
  most: number,
): Promise<PlainRow[]> {
  const [first, ...others] = sorts
  const { tenant } = sight.reader
  const from = sql`from ${name(entity.table)} r where ${filterSql(sight, entity, wish)}${condition}`
  const rows = (range: Sql, count: number) =>
    database.read<PlainRow>(
      tenant,
      pageSql(sight, entity, wish, sorts, sql`${condition}${range}`, count),
    )
  if (others.length === 0) return rowsByOne(rows, first, cursor, most)
  if (!areMany) return fewRows({ rows }, sorts, cursor, most)
  const asking: Asking = {
    rows,
    count: async (range) => countUpTo(database, tenant, sql`${from}${range}`),
    valueAt: async (range, order, offset) => {
      const query = sql`select ${first.column} as value ${from}${range}
        order by ${order} limit 1 offset ${raw(String(offset))}`
      return (await database.read<{ value: unknown }>(tenant, query))[0]?.value
    },
  }
  return manyRows(asking, sorts, cursor, most, labelOfSort(entity, first))
}

/** Rows with a value in the sorted field come first, then those without: two ranges may be read. */
async function rowsByOne(
  rows: Asking['rows'],
  sort: Sort,
  cursor: Cursor | null,
  most: number,
): Promise<PlainRow[]> {
  if (!cursor) return rows(raw(''), most)
  const { id, values } = cursor
  const [value = null] = values
  if (value === null)
    return rows(sql` and ${sort.column} is null and r.id ${sort.beyond} ${id}::uuid`, most)
  const last = sql`(${value}::${raw(sort.cast)}, ${id}::uuid)`
  const filled = await rows(sql` and (${sort.column}, r.id) ${sort.beyond} ${last}`, most)
  if (filled.length >= most || !sort.nullable) return filled
  return [...filled, ...(await rows(sql` and ${sort.column} is null`, most - filled.length))]
}

function pageSql(
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  sorts: Sorts,
  range: Sql,
  most: number,
): Sql {
  const sorted = sorts.map(({ field }) => field)
  const fields = wishedColumns(sight, entity, wish.columns, sorted)
  const columns = columnsSql(entity, fields, 'r') + titlesSql(sight.registry, entity, fields, 'r')
  const order = sorts.map(({ by, order: whole }, at) => (at === sorts.length - 1 ? whole : by))
  const closed = wish.may ? closedSql(sight, entity, 'r') : raw('')
  return sql`select ${raw(columns)}${closed} from ${name(entity.table)} r
    where ${filterSql(sight, entity, wish)}${range}
    order by ${join(order, ', ')} limit ${raw(String(most))}`
}

/** Company, bin, permission and filter: the part that lists, counts and sums share. */
export function filterSql(
  sight: Sight,
  entity: Entity,
  wish: Pick<ListWish, 'where' | 'deleted'>,
): Sql {
  const bin = entity.isLine
    ? raw('')
    : raw(` and r.deleted_at is ${wish.deleted ? 'not ' : ''}null`)
  const scope = rowScope(sight, entity, 'read', 'r', hungWhere(entity, wish.where))
  const { search, behind, ...where } = wish.where
  const isBehind = behind ? sql` and ${isBehindSql(sight, entity, behind, 'r')}` : raw('')
  return sql`r.tenant = ${sight.reader.tenant}${bin} and ${scope}
    and ${compileWhere(entity, where, sight.reader, 'r')}
    ${foundSql(sight, entity, search)}${isBehind}`
}

function foundSql(sight: Sight, entity: Entity, search: string | undefined): Sql {
  if (search === undefined) return raw('')
  const within = searchWithin(sight, entity)
  if (within === null) return sql` and ${never}`
  const kind = entityWord(sight.reader.tenant, entity)
  return sql` and ${searchCondition(entity, search, { kind, within }, 'r')}`
}

/** Rows that no index sorts are sorted while one waits: a search has few, a list must have few. */
async function areMany(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  [first, ...others]: Sorts,
): Promise<boolean> {
  const isServed = !first.unindexed && others.length === 0
  if (isServed || wish.where.search !== undefined) return false
  const from = sql`from ${name(entity.table)} r where ${filterSql(sight, entity, wish)}`
  const isMuch = (await countUpTo(database, sight.reader.tenant, from)) > mostSorted
  if (!isMuch || !first.unindexed) return isMuch
  const facts = { field: labelOfSort(entity, first), most: mostSorted }
  return fail('list.too-many-to-sort', facts, { status: 400, field: 'sort' })
}

/** No more are counted than one more than can be sorted. */
async function countUpTo(database: Database, tenant: string, from: Sql): Promise<number> {
  const one = sql`select 1 ${from} limit ${raw(String(mostSorted + 1))}`
  const query = sql`select count(*) as value from (${one}) c`
  const [row] = await database.read<{ value: string }>(tenant, query)
  return Number(row?.value)
}

function labelOfSort(entity: Entity, { field }: Sort): string {
  return fieldNamed(entity, field)?.label ?? field
}
