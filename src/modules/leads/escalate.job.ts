/** A lead that nobody has answered in time is told to whose it is and to those above them, once. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { writeInBatches } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'

const batch = 500

export const escalateLeads = defineJob({
  name: 'leads.escalate',
  label: 'Leads that nobody has answered',
  every: '*/10 * * * *',
  atOnce: 1,
  run: (house, call) => writeInBatches(house, call, batch, escalateSome),
})

interface Late {
  id: string
  /** As the clock of the company shows it. */
  by: string
  people: string[]
}

/** Of a lead that is nobody's those are told who could give it to somebody. */
async function escalateSome(ctx: Ctx): Promise<number> {
  const late = await ctx.sql<Late>(sql`
    update lead k set escalated_at = ${ctx.now}
    from (select l.id from lead l where l.tenant = ${ctx.tenant}
      and l.status in ('new', 'qualified') and l.deleted_at is null
      and l.respond_by <= ${ctx.now} and l.answered_at is null and l.escalated_at is null
      order by l.respond_by limit ${batch} for update skip locked) d
    where k.tenant = ${ctx.tenant} and k.id = d.id
    returning k.id,
      to_char(k.respond_by at time zone ${ctx.timeZone}, 'YYYY-MM-DD HH24:MI') as by, array(
      select u.id from "user" u where u.tenant = k.tenant and u.active and u.deleted_at is null
        and case when k.owner is null then u.roles && '{sales-lead,manager}'::text[]
          else u.id = k.owner or u.id = (
            select o.reports_to from "user" o where o.tenant = k.tenant and o.id = k.owner) end
    ) as people`)
  for (const { id, by, people } of late) {
    const notice = { entity: 'lead', record: id, people, source: id, facts: { by } }
    ctx.notify({ ...notice, cause: 'reminded', rule: 'lead.unanswered' })
  }
  return late.length
}
