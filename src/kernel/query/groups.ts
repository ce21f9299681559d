/** Gathers the filtered rows by the values of a field: how many of each, and their sums. */
import { fail } from '../base/fail.ts'
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { plus } from '../money/decimal.ts'
import { openWhere } from '../search/open-hits.ts'
import type { Totals } from './figures.ts'
import { filterSql, type ListWish } from './list.ts'
import { refTitleSql } from './select.ts'

export interface Group {
  value: unknown
  label: string | null
  count: number
  /** Of the asked fields; by currency if the field has one. */
  sums?: Totals
}

export interface GroupWish extends Pick<ListWish, 'where' | 'deleted'> {
  by: string
  /** Days are gathered by their months, told by the first of each. */
  months?: boolean
  /** Fields to add up. */
  sums?: readonly string[]
}

const mostGroups = 200
/** So many rows are gathered while one waits. */
export const mostGrouped = 50_000

interface Gathered extends Record<string, unknown> {
  value: unknown
  label: string | null
  count: string
}

/**
 * For boards and tables with bands; the fullest group first.
 * @throws {Refusal} `list.cannot-group`, `list.too-many-to-group` (400)
 */
export async function groups(
  database: Database,
  sight: Sight,
  entity: Entity,
  wish: GroupWish,
): Promise<Group[]> {
  const field = groupable(sight, entity, wish)
  const sums = (wish.sums ?? []).map((each) => summable(sight, entity, each))
  const where = await openWhere(database, sight, entity, wish.where)
  const query = gatheredSql(sight, entity, { ...wish, where }, field)
  const rows = await database.read<Gathered>(sight.reader.tenant, query)
  const counted = rows.reduce((all, { count }) => all + Number(count), 0)
  if (counted > mostGrouped) {
    const facts = { field: field.label ?? wish.by, most: mostGrouped }
    fail('list.too-many-to-group', facts, { status: 400, field: 'by' })
  }
  return joined(entity, rows, sums)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostGroups)
}

function groupable({ reader }: Sight, entity: Entity, { by, months }: GroupWish): Field {
  const field = fieldNamed(entity, by)
  const isSeen = field && seesField(field, reader.person) && typeOf(field).groupable
  if (!isSeen || (months && field.kind !== 'date'))
    fail('list.cannot-group', { field: by }, { status: 400, field: 'by' })
  return field
}

function summable({ reader }: Sight, entity: Entity, sum: string): string {
  const field = fieldNamed(entity, sum)
  const isFigure = field && ['money', 'decimal', 'integer'].includes(field.kind)
  if (!isFigure || !seesField(field, reader.person))
    fail('list.cannot-sum', { field: sum }, { status: 400, field: 'sum' })
  return sum
}

/** No more rows are read than may be gathered, and one by which the excess is seen. */
function gatheredSql(sight: Sight, entity: Entity, wish: GroupWish, field: Field): Sql {
  const own = valueSql(entity, wish.by, 'r')
  const value = wish.months ? `date_trunc('month', ${own})::date` : own
  const sums = wish.sums ?? []
  const currencies = currenciesOf(entity, sums)
  const parts = [...sums, ...currencies].map(
    (part) => `, ${valueSql(entity, part, 'r')} as "${part}"`,
  )
  const rows = sql`select r.tenant, ${raw(value)} as value${raw(parts.join(''))}
    from ${name(entity.table)} r where ${filterSql(sight, entity, wish)}
    limit ${raw(String(mostGrouped + 1))}`
  const keys = ['tenant', 'value', ...currencies.map((one) => `"${one}"`)].map((key) => raw(key))
  const added = sums.map((sum) => `, coalesce(sum("${sum}"), 0) as "${sum}"`).join('')
  const title = wish.months ? null : refTitleSql(sight.registry, field, 'g.value', 'g')
  return sql`select g.*, ${raw(title ?? 'null')} as label from (
    select ${join(keys, ', ')}, count(*) as count${raw(added)} from (${rows}) picked
    group by ${join(keys, ', ')}) g`
}

function currenciesOf(entity: Entity, sums: readonly string[]): string[] {
  return [...new Set(sums.flatMap((sum) => entity.fields[sum]?.currency ?? []))]
}

/** One group per value, whatever the currencies in it. */
function joined(entity: Entity, rows: readonly Gathered[], sums: readonly string[]): Group[] {
  const found = new Map<string, Group>()
  for (const row of rows) {
    const { value, label } = row
    const key = JSON.stringify(value)
    const group = found.get(key) ?? { value, label, count: 0, ...(sums.length > 0 && { sums: {} }) }
    found.set(key, group)
    group.count += Number(row.count)
    for (const sum of sums) addTo(group.sums ?? {}, entity, row, sum)
  }
  return [...found.values()]
}

function addTo(totals: Totals, entity: Entity, row: Gathered, sum: string): void {
  const amount = String(row[sum])
  const currency = entity.fields[sum]?.currency
  const before = totals[sum]
  if (currency === undefined) {
    totals[sum] = typeof before === 'string' ? plus(before, amount) : amount
    return
  }
  const code = String(row[currency] ?? '')
  const parts = typeof before === 'object' ? before : {}
  totals[sum] = { ...parts, [code]: parts[code] === undefined ? amount : plus(parts[code], amount) }
}
