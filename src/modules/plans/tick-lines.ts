/** A line of a plan is done when what it is about was done: nobody ticks it off twice. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import type { Listener } from '#kernel/module.ts'
import { dateIn } from '#kernel/time/instant.ts'

/** All lines of one plan. */
export function tickPlan(ctx: Ctx, plan: string): void {
  tick(ctx, sql`p.id = ${plan}::uuid`)
}

/** Something was done by somebody: the lines of that person's plan of its day, and of now. */
export function ticks(at: string): Listener {
  return async (ctx, facts) => {
    const row = facts['row'] as Record<string, unknown>
    const [owner, moment] = [row['owner'], row[at]]
    if (typeof owner !== 'string') return
    const day = typeof moment === 'string' ? dayOf(moment, ctx.timeZone) : ctx.today
    const isOf = (one: string) => sql`${one}::date between p.begins_on and p.ends_on`
    tick(ctx, sql`p.owner = ${owner}::uuid and (${isOf(day)} or ${isOf(ctx.today)})`)
  }
}

function dayOf(moment: string, timeZone: string): string {
  return moment.includes('T') ? dateIn(moment, timeZone) : moment
}

function tick(ctx: Ctx, plans: Sql): void {
  ctx.send(sql`update work_plan_line k set done = x.done
    from (select l.id, coalesce(${isDone(ctx)}, false) as done
      from work_plan p
      join work_plan_line l on l.tenant = ${ctx.tenant} and l.parent = p.id
      where p.tenant = ${ctx.tenant} and ${plans}) x
    where k.tenant = ${ctx.tenant} and k.id = x.id and k.done is distinct from x.done`)
}

/** By the record it came from; else by any word, quote or order with its customer in the week. */
function isDone(ctx: Ctx): Sql {
  const { tenant, timeZone } = ctx
  const spoken = (kinds: Sql) => sql`exists (select 1 from interaction i
    where i.tenant = ${tenant} and i.customer = l.customer and i.owner = p.owner
      and i.deleted_at is null and ${kinds}
      and i.happened_at >= p.begins_on::timestamp at time zone ${timeZone}
      and i.happened_at < (p.ends_on + 1)::timestamp at time zone ${timeZone})`
  const week = sql`between p.begins_on and p.ends_on`
  return sql`case
    when l."from" = 'visit' then (select v.status = 'done' from visit v
      where v.tenant = ${tenant} and v.id = l.source and v.deleted_at is null)
    when l."from" = 'task' then (select t.status = 'done' from task t
      where t.tenant = ${tenant} and t.id = l.source and t.deleted_at is null)
    when l."from" = 'opportunity' then (select o.status = 'won' from opportunity o
      where o.tenant = ${tenant} and o.id = l.source and o.deleted_at is null)
    when l."from" = 'customer' then ${spoken(sql`true`)}
    when l.kind = 'visit' then ${spoken(sql`i.kind = 'visit'`)}
    when l.kind = 'call' then ${spoken(sql`i.kind <> 'visit'`)}
    when l.kind = 'quote' then exists (select 1 from quote q
      where q.tenant = ${tenant} and q.customer = l.customer and q.owner = p.owner
        and q.deleted_at is null and q.status in ('sent', 'ordered') and q.quoted_on ${week})
    when l.kind = 'deal' then exists (select 1 from "order" o
      where o.tenant = ${tenant} and o.customer = l.customer and o.owner = p.owner
        and o.deleted_at is null and o.status in ('confirmed', 'shipped', 'closed')
        and o.ordered_on ${week})
    end`
}
