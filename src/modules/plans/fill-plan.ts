/** Fills a plan with what is known of its week: visits, tasks, next contacts, closing deals. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { join, sql, type Sql } from '#kernel/db/sql.ts'
import { WorkPlan, type WorkPlanLine } from './work-plan.entity.ts'

type Filled = Pick<WorkPlanLine, 'day' | 'kind' | 'what' | 'customer' | 'from' | 'source'>

/** Nobody does more in a week. */
const mostLines = 200

/**
 * What stands in it stays; what came from the same place is not filled in again.
 * @returns how many lines were added
 */
export async function fillPlan(ctx: Ctx, plan: WorkPlan): Promise<number> {
  const known = new Set(plan.lines.map(({ from, source }) => `${from} ${source}`))
  const found = await ctx.sql<Filled>(sql`
    select x.day, x.kind, x.what, x.customer, x."from", x.source
    from (${join(sources(ctx, plan), ' union all ')}) x
    order by x.day, x.kind limit ${mostLines}`)
  const lines = found.filter(({ from, source }) => !known.has(`${from} ${source}`))
  const room = lines.slice(0, Math.max(0, mostLines - plan.lines.length))
  if (room.length > 0) await ctx.save(WorkPlan, plan.id, { lines: [...plan.lines, ...room] })
  return room.length
}

function sources(ctx: Ctx, { owner, beginsOn, endsOn }: WorkPlan): Sql[] {
  const [mine, week] = [sql`${owner}::uuid`, sql`${beginsOn}::date and ${endsOn}::date`]
  return [
    sql`select v.planned_on as day, 'visit' as kind, v.purpose as what, v.customer,
        'visit' as "from", v.id as source
      from visit v
      where v.tenant = ${ctx.tenant} and v.owner = ${mine} and v.deleted_at is null
        and v.status in ('planned', 'there') and v.planned_on between ${week}`,
    sql`select t.due_on, case t.kind when 'call-back' then 'call' when 'visit' then 'visit'
          else 'task' end, t.title, c.id, 'task', t.id
      from task t
      left join customer c on c.tenant = ${ctx.tenant} and c.id = t.record
        and t.entity = 'customer' and c.deleted_at is null
      where t.tenant = ${ctx.tenant} and t.owner = ${mine} and t.deleted_at is null
        and t.status = 'open' and t.due_on between ${week}`,
    nextContacts(ctx, mine, week),
    sql`select o.expected_on, 'deal', o.name, o.customer, 'opportunity', o.id
      from opportunity o
      where o.tenant = ${ctx.tenant} and o.owner = ${mine} and o.deleted_at is null
        and o.status = 'open' and o.expected_on between ${week}`,
  ]
}

/** Whom one goes to see on that day anyway is no further line. */
function nextContacts(ctx: Ctx, mine: Sql, week: Sql): Sql {
  return sql`select c.next_contact_on, 'call',
      coalesce((select i.next_step from interaction i
        where i.tenant = ${ctx.tenant} and i.customer = c.id and i.deleted_at is null
        order by i.happened_at desc limit 1), ${ctx.words('Next contact')}),
      c.id, 'customer', c.id
    from customer c
    where c.tenant = ${ctx.tenant} and c.owner = ${mine} and c.deleted_at is null
      and c.next_contact_on between ${week}
      and not exists (select 1 from visit v
        where v.tenant = ${ctx.tenant} and v.customer = c.id and v.deleted_at is null
          and v.planned_on = c.next_contact_on and v.status in ('planned', 'there'))`
}
