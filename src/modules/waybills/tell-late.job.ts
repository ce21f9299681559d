/** Who answers for a waybill hears once that it is late or failed; a day later the superior too. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { writeInBatches } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'

const batch = 500

export const tellLateJob = defineJob({
  name: 'waybills.tell-late',
  label: 'Notices of late and failed deliveries',
  every: '20 5 * * *',
  atOnce: 1,
  run: (house, call) => writeInBatches(house, call, batch, tellSome),
})

interface Troubled {
  id: string
  owner: string | null
  superior: string | null
  status: string
  day: string
  is_first: boolean
}

/** Nobody's waybill is that of whoever made it. */
async function tellSome(ctx: Ctx): Promise<number> {
  const { tenant, today } = ctx
  const troubled = await ctx.sql<Troubled>(sql`
    update waybill k set told_on = coalesce(k.told_on, ${today}::date),
      escalated_on = case when k.told_on is null then null else ${today}::date end
    from (select w.id, coalesce(w.owner, w.created_by) as owner, u.reports_to as superior,
        coalesce(w.promised_on, w.sent_on) as day, w.told_on is null as is_first
      from waybill w left join "user" u
        on u.tenant = ${tenant} and u.id = coalesce(w.owner, w.created_by)
      where w.tenant = ${tenant} and w.deleted_at is null and (w.status = 'failed'
        or w.status = 'underway' and w.promised_on < ${today}::date)
        and (w.told_on is null or w.told_on < ${today}::date and w.escalated_on is null)
      order by w.id limit ${batch} for update of w skip locked) d
    where k.tenant = ${tenant} and k.id = d.id
    returning k.id, d.owner, d.superior, k.status, d.day, d.is_first`)
  for (const one of troubled) tellOf(ctx, one)
  return troubled.length
}

function tellOf(ctx: Ctx, { id, owner, superior, status, day, is_first }: Troubled): void {
  const person = is_first ? owner : superior
  if (person === null) return
  const rule = status === 'failed' ? 'notice.waybill-failed' : 'notice.waybill-late'
  const told = { entity: 'waybill', record: id, people: [person], source: id }
  ctx.notify({ ...told, cause: 'reminded', rule, facts: { when: day } })
}
