/** Pages of a list that is sorted by several fields, read in ranges small enough to be sorted. */
import { fail } from '../base/fail.ts'
import { join, raw, sql, type Sql } from '../db/sql.ts'
import type { Cursor } from './cursor.ts'
import { mostSorted, type Sort } from './sort.ts'

type PlainRow = Record<string, unknown>
export type Sorts = readonly [Sort, ...Sort[]]

/** How the filtered rows are asked; a range begins with ' and '. */
export interface Asking {
  rows: (range: Sql, most: number) => Promise<PlainRow[]>
  /** The first field's value so many rows further on; undefined where there are not so many. */
  valueAt: (range: Sql, order: Sql, offset: number) => Promise<unknown>
  /** No more are counted than one more than can be sorted. */
  count: (range: Sql) => Promise<number>
}

/** Few rows are sorted at once. */
export function fewRows(
  { rows }: Pick<Asking, 'rows'>,
  sorts: Sorts,
  cursor: Cursor | null,
  most: number,
): Promise<PlainRow[]> {
  return rows(cursor ? beyondSql(sorts, cursor) : raw(''), most)
}

/**
 * Of many rows only those are sorted that the first field's index gives next: the page, and all
 * that are equal in that field to its first and last row.
 * @throws {Refusal} `list.too-many-alike` (400)
 */
export async function manyRows(
  asking: Asking,
  sorts: Sorts,
  cursor: Cursor | null,
  most: number,
  label: string,
): Promise<PlainRow[]> {
  const found: PlainRow[] = []
  const beyond = cursor ? beyondSql(sorts, cursor) : raw('')
  for (const range of await rangesOf(asking, sorts[0], cursor, most)) {
    if (found.length >= most) break
    if ((await asking.count(range)) > mostSorted) {
      const facts = { field: label, most: mostSorted }
      fail('list.too-many-alike', facts, { status: 400, field: 'sort' })
    }
    found.push(...(await asking.rows(sql`${range}${beyond}`, most - found.length)))
  }
  return found
}

async function rangesOf(
  { valueAt }: Asking,
  first: Sort,
  cursor: Cursor | null,
  most: number,
): Promise<Sql[]> {
  const { column, beyond } = first
  const empty = sql` and ${column} is null`
  const [from = null] = cursor?.values ?? []
  if (cursor && from === null) return [empty]
  const start = cursor ? sql` and ${column} ${beyond}= ${valueOf(first, from)}` : raw('')
  const further = cursor ? sql` and ${column} ${beyond} ${valueOf(first, from)}` : raw('')
  const filled = sql` and ${column} is not null`
  const last = await valueAt(sql`${further}${filled}`, first.by, most - 1)
  if (last === undefined) return [sql`${start}${filled}`, ...(first.nullable ? [empty] : [])]
  const until = raw(first.isDown ? '>=' : '<=')
  return [sql`${start} and ${column} ${until} ${valueOf(first, String(last))}`]
}

/** What comes after the row where the page before ended: rows without a value come last. */
function beyondSql(sorts: Sorts, { values, id }: Cursor): Sql {
  const equal = sorts.map((sort, at) => {
    const value = values[at] ?? null
    return value === null
      ? sql`${sort.column} is null`
      : sql`${sort.column} = ${valueOf(sort, value)}`
  })
  const steps = sorts.flatMap((sort, at) => {
    const value = values[at] ?? null
    if (value === null) return []
    const further = sql`${sort.column} ${sort.beyond} ${valueOf(sort, value)}`
    const reached = sort.nullable ? sql`(${further} or ${sort.column} is null)` : further
    return [join([...equal.slice(0, at), reached], ' and ')]
  })
  const last = sorts.at(-1) ?? sorts[0]
  const tied = join([...equal, sql`r.id ${last.beyond} ${id}::uuid`], ' and ')
  return sql` and (${join([...steps, tied], ' or ')})`
}

function valueOf({ cast }: Sort, value: string | null): Sql {
  return sql`${value}::${raw(cast)}`
}
