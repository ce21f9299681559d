/** A page of records: filtered, sorted, permitted; the next page by key, never by offset. */
import { fail } from '../base/fail.ts'
import { seesField } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { name, raw, sql, type Sql } from '../db/sql.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import type { RefTitles, WireRow } from '../http/wire.ts'
import { compileWhere, never } from './compile-where.ts'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'
import { firstBand, hitsIn, nextBand, type Band } from '../search/hits.ts'
import { openIds } from '../search/open-hits.ts'
import { entityWord, sightQuery } from '../search/owner-words.ts'
import { searchCondition } from './search-condition.ts'
import { addPointers } from './pointers.ts'
import { columnsSql, splitTitles, titlesSql } from './select.ts'
import { mostSorted, sortOf, type Sort } from './sort.ts'
import type { Where } from './where.ts'

export interface ListWish {
  where: Where
  /** 'name' or '-createdAt'; absent = the entity's own. */
  sort?: string
  /** Cursor of the page before. */
  after?: string
  limit?: number
  columns?: readonly string[]
  /** Only deleted records: the recycle bin. */
  deleted?: boolean
}

export interface Page {
  rows: WireRow[]
  refs: RefTitles
  next: string | null
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
  const sort = sortOf(sight, entity, wish.sort)
  const cursor = wish.after === undefined ? null : readCursor(wish.after, sort.cast)
  await refuseUnsortable(database, sight, entity, wish, sort)
  const found = await foundRows(database, sight, entity, wish, sort, cursor, limit + 1)
  const more = found.length > limit
  if (more) found.pop()
  const last = found.at(-1)
  const next = more && last ? writeCursor(last.row[sort.key], String(last.row.id), last.band) : null
  const rows = found.map(({ row }) => row)
  const refs = splitTitles(entity, rows)
  await addPointers(database, sight, entity, rows, refs)
  return { rows: rows as WireRow[], refs, next }
}

type PlainRow = Record<string, unknown>

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
  sort: Sort,
  cursor: Cursor | null,
  most: number,
): Promise<FoundRow[]> {
  const { search, ...where } = wish.where
  const ask = (condition: Sql, from: Cursor | null, count: number) =>
    pageRows(database, sight, entity, { ...wish, where }, sort, condition, from, count)
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

/** Rows with a value in the sorted field come first, then those without: two ranges may be read. */
async function pageRows(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  sort: Sort,
  condition: Sql,
  cursor: Cursor | null,
  most: number,
): Promise<PlainRow[]> {
  const ask = (range: Sql, count: number) =>
    database.read<PlainRow>(
      sight.reader.tenant,
      pageSql(sight, entity, wish, sort, sql`${condition}${range}`, count),
    )
  if (!cursor) {
    return ask(raw(''), most)
  }
  if (cursor.value === null)
    return ask(sql` and ${sort.column} is null and r.id ${sort.beyond} ${cursor.id}::uuid`, most)
  const value = sql`${cursor.value}::${raw(sort.cast)}`
  const filled = await ask(
    sql` and (${sort.column}, r.id) ${sort.beyond} (${value}, ${cursor.id}::uuid)`,
    most,
  )
  if (filled.length >= most || !sort.nullable) return filled
  return [...filled, ...(await ask(sql` and ${sort.column} is null`, most - filled.length))]
}

function pageSql(
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  sort: Sort,
  range: Sql,
  most: number,
): Sql {
  const fields = wishedColumns(sight, entity, wish.columns, sort.field)
  const columns = columnsSql(entity, fields, 'r') + titlesSql(sight.registry, entity, fields, 'r')
  return sql`select ${raw(columns)} from ${name(entity.table)} r
    where ${filterSql(sight, entity, wish)}${range}
    order by ${sort.order} limit ${raw(String(most))}`
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
  const scope = rowScope(sight, entity, 'read', 'r')
  const { search, ...where } = wish.where
  return sql`r.tenant = ${sight.reader.tenant}${bin} and ${scope}
    and ${compileWhere(entity, where, sight.reader, 'r')}${foundSql(sight, entity, search)}`
}

function foundSql(sight: Sight, entity: Entity, search: string | undefined): Sql {
  if (search === undefined) return raw('')
  const within = sightQuery(sight, entity)
  if (within === null) return sql` and ${never}`
  const kind = entityWord(sight.reader.tenant, entity)
  return sql` and ${searchCondition(entity, search, { kind, within }, 'r')}`
}

/** Rows that no index sorts are sorted while one waits: a search has few, a list must have few. */
async function refuseUnsortable(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: ListWish,
  { field, unindexed }: Sort,
): Promise<void> {
  if (!unindexed || wish.where.search !== undefined) return
  const one = sql`select 1 from ${name(entity.table)} r
    where ${filterSql(sight, entity, wish)} limit ${raw(String(mostSorted + 1))}`
  const [row] = await database.read<{ value: string }>(
    sight.reader.tenant,
    sql`select count(*) as value from (${one}) c`,
  )
  if (Number(row?.value) <= mostSorted) return
  const facts = { field: fieldNamed(entity, field)?.label ?? field, most: mostSorted }
  fail('list.too-many-to-sort', facts, { status: 400, field: 'sort' })
}

/** Asked columns this person may see, with what names the row and what it is sorted by. */
function wishedColumns(
  sight: Sight,
  entity: Entity,
  wished: readonly string[] | undefined,
  sortField: string,
): string[] {
  const always = [entity.title, ...(entity.subtitle ?? []), ...stateNames(entity), sortField]
  const shown = wished ?? entity.list?.columns ?? Object.keys(entity.fields)
  const targets = shown.flatMap((field) => entity.fields[field]?.targetIn ?? [])
  const names = new Set([...always, ...shown, ...targets])
  return [...names].filter((field) => {
    const declared = fieldNamed(entity, field)
    return declared !== undefined && seesField(declared, sight.reader.person)
  })
}

function stateNames(entity: Entity): string[] {
  return Object.entries(entity.fields)
    .filter(([, field]) => field.kind === 'state' || field.kind === 'currency')
    .map(([field]) => field)
}
