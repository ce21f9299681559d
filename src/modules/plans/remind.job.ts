/** Who has not handed in is reminded, and once it is late the superior is told as well. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { raw, sql } from '#kernel/db/sql.ts'
import { writeInBatches } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { calendarDays, isWorkday } from '#modules/tasks/index.ts'

/** Whoever was reminded of it for so long has heard it. */
const mostDays = 14
const batch = 500

export const remindPapersJob = defineJob({
  name: 'plans.remind',
  label: 'Reminders of plans and reports',
  every: '0 9 * * *',
  atOnce: 1,
  async run(house, call) {
    for (const entity of ['work-plan', 'work-report'] as const)
      await writeInBatches(house, call, batch, (ctx) => remindSome(ctx, entity))
  },
})

interface Due {
  id: string
  owner: string
  superior: string | null
  day: string
  is_first: boolean
}

async function remindSome(ctx: Ctx, entity: 'work-plan' | 'work-report'): Promise<number> {
  if (!isWorkday(ctx.today, await calendarDays(ctx))) return 0
  const table = raw(entity.replace('-', '_'))
  const due = await ctx.sql<Due>(sql`
    update ${table} k set reminded_on = ${ctx.today}::date
    from (select p.id, p.owner, u.reports_to as superior, p.due_on,
        p.reminded_on is null or p.reminded_on <= p.due_on as is_first
      from ${table} p join "user" u on u.tenant = ${ctx.tenant} and u.id = p.owner
      where p.tenant = ${ctx.tenant} and p.status in ('draft', 'returned')
        and p.deleted_at is null and u.active and u.deleted_at is null
        and p.due_on between ${ctx.today}::date - ${mostDays}::int and ${ctx.today}::date
        and (p.reminded_on is null or p.reminded_on < ${ctx.today}::date)
      order by p.due_on, p.id limit ${batch} for update of p skip locked) d
    where k.tenant = ${ctx.tenant} and k.id = d.id
    returning k.id, d.owner, d.superior, d.due_on as day, d.is_first`)
  for (const one of due) tellOf(ctx, entity, one)
  return due.length
}

/** The superior hears of it once: on the first workday on which it is late. */
function tellOf(ctx: Ctx, entity: string, { id, owner, superior, day, is_first }: Due): void {
  const isLate = day < ctx.today && is_first
  const people = isLate && superior !== null ? [owner, superior] : [owner]
  const told = { entity, record: id, people, source: id, facts: { when: day } }
  ctx.notify({ ...told, cause: 'reminded', rule: 'notice.reminded' })
}
