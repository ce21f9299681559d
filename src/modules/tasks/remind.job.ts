/** Tells who has a task to do when its reminder is due, once. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { writeInBatches } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'

const batch = 500

export const remindJob = defineJob({
  name: 'tasks.remind',
  label: 'Reminders of tasks',
  every: '*/5 * * * *',
  atOnce: 1,
  run: (house, call) => writeInBatches(house, call, batch, remindSome),
})

interface Due {
  id: string
  owner: string
  day: string
  time: string | null
}

/** A task whose reminder moved since it was told of is told of again. */
async function remindSome(ctx: Ctx): Promise<number> {
  const due = await ctx.sql<Due>(sql`
    update task k set reminded_at = ${ctx.now}
    from (select t.id from task t where t.tenant = ${ctx.tenant} and t.status = 'open'
      and t.remind_at <= ${ctx.now} and t.deleted_at is null
      and (t.reminded_at is null or t.reminded_at < t.remind_at)
      order by t.remind_at limit ${batch} for update skip locked) d
    where k.tenant = ${ctx.tenant} and k.id = d.id
    returning k.id, k.owner, k.due_on as day, k.time`)
  for (const { id, owner, day, time } of due) {
    const when = time === null ? day : `${day} ${time}`
    const told = { entity: 'task', record: id, people: [owner], source: id, facts: { when } }
    ctx.notify({ ...told, cause: 'reminded', rule: 'notice.reminded' })
  }
  return due.length
}
