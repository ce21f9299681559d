/** Measures of opportunities what can be measured, each from the records that say it. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { recentDays, type Measured } from './stage-facts.ts'

/** One row per opportunity `o` that the condition picks: its id, and how many of each fact. */
export function measuredSql(ctx: Ctx, condition: Sql, days = recentDays): Sql {
  const since = new Date(ctx.now.getTime() - days * 86_400_000)
  return sql`
    select o.id, (o.customer is not null)::int as customer,
      (coalesce(o.amount, 0) > 0)::int as amount, (o.expected_on is not null)::int as close,
      (select count(*) from (
        select l.product from opportunity_product l
        where l.tenant = ${ctx.tenant} and l.parent = o.id
        union select o.product where o.product is not null) p)::int as products,
      (select count(*) from interaction i where i.tenant = ${ctx.tenant}
        and i.customer = o.customer and i.deleted_at is null
        and i.happened_at >= ${since})::int as talks,
      (select count(*) from contact c where c.tenant = ${ctx.tenant} and c.customer = o.customer
        and c.deleted_at is null and c.role = 'decides')::int as deciders,
      (select count(distinct f.name) from file f where f.tenant = ${ctx.tenant}
        and f.entity = 'opportunity' and f.record = o.id and f.deleted_at is null)::int as files,
      o.quotes_sent as quotes,
      (select coalesce(round(100.0 * count(*) filter (where k.done) / nullif(count(*), 0)), 100)
        from opportunity_check k where k.tenant = ${ctx.tenant} and k.parent = o.id
        and k.stage = o.stage)::int as checks
    from opportunity o where o.tenant = ${ctx.tenant} and ${condition}`
}

export async function measured(ctx: Ctx, opportunity: string, days?: number): Promise<Measured> {
  const [row] = await ctx.sql<Measured>(measuredSql(ctx, sql`o.id = ${opportunity}::uuid`, days))
  if (!row) throw new Error('An opportunity was lost')
  return row
}
