/** Stock is counted in the product's own unit; this is how a line's quantity becomes that. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { round, times, type Decimal } from '#kernel/money/decimal.ts'

/** What is counted, and in which unit; none = the product's own. */
export interface Measured {
  product: string
  unit?: string | null
}

export interface Measure {
  isGoods: boolean
  /** Own units in one of the line's unit; null = the product is not counted in that. */
  factor: Decimal | null
  /** The unit may be picked no more, since it is in the recycle bin. */
  isGone: boolean
  /** Decimal places that the line's unit and the product's own allow; null = no unit, any. */
  places: number | null
  ownPlaces: number | null
}

const ownUnit: Measure = {
  isGoods: false,
  factor: '1',
  isGone: false,
  places: null,
  ownPlaces: null,
}

/** @returns one answer per line, in their order; what a factor once was stays known */
export async function measuresOf(ctx: Ctx, lines: readonly Measured[]): Promise<Measure[]> {
  if (lines.length === 0) return []
  const keys = new Set(lines.map((line) => line.product))
  const units = new Set(lines.flatMap((line) => line.unit ?? []))
  const rows = await ctx.sql<Measure & { product: string; unit: string | null }>(
    sql`select p.id as product, g.id as unit, p.kind = 'goods' as "isGoods",
        case when g.id is null or g.id = p.unit then '1' else u.factor::text end as factor,
        u.deleted_at is not null as "isGone",
        coalesce(g.places, own.places) as places, own.places as "ownPlaces"
      from product p
      left join unit own on own.tenant = p.tenant and own.id = p.unit
      cross join (select null::uuid as id, null::int as places union all
        select id, places from unit
        where tenant = ${ctx.tenant} and id = any(${[...units].sort()}::uuid[])) g
      left join product_unit u
        on u.tenant = p.tenant and u.product = p.id and u.unit = g.id and g.id <> p.unit
      where p.tenant = ${ctx.tenant} and p.id = any(${[...keys].sort()}::uuid[])`,
  )
  const known = new Map(rows.map((row) => [`${row.product} ${row.unit ?? ''}`, row]))
  return lines.map((line) => known.get(`${line.product} ${line.unit ?? ''}`) ?? ownUnit)
}

/**
 * The quantity in the product's own unit.
 * @throws {Refusal} `quantity.other-unit` for a unit that the product is not counted in
 */
export function stockQuantity(quantity: Decimal, { factor }: Pick<Measure, 'factor'>): Decimal {
  if (factor === null) fail('quantity.other-unit', {}, { status: 409 })
  return factor === '1' ? quantity : round(times(quantity, factor), 6)
}

/** The same in SQL, for lines `l` of any document: what to multiply their quantity by. */
export function factorSql(tenant: string): Sql {
  return sql`coalesce((select u.factor from product_unit u
    where u.tenant = ${tenant} and u.tenant = l.tenant and u.product = l.product
      and u.unit = l.unit), 1)`
}
