/** Each morning authors are asked once to read over what they promised to keep true. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { writeInBatches } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'

const batch = 500

export const reviewArticles = defineJob({
  name: 'knowledge.review',
  label: 'Articles to be read over',
  every: '20 7 * * *',
  atOnce: 1,
  run: (house, call) => writeInBatches(house, call, batch, askSome),
})

/** Whoever puts the day off is asked again when the new one has come. */
async function askSome(ctx: Ctx): Promise<number> {
  const due = await ctx.sql<{ id: string; owner: string; day: string }>(sql`
    update article k set read_over_asked = k.review_on
    from (select a.id from article a where a.tenant = ${ctx.tenant} and a.status = 'published'
      and a.review_on <= ${ctx.today} and a.deleted_at is null
      and a.read_over_asked is distinct from a.review_on
      limit ${batch} for update skip locked) d
    where k.tenant = ${ctx.tenant} and k.id = d.id
    returning k.id, k.owner, k.review_on as day`)
  for (const { id, owner, day } of due) {
    const told = { entity: 'article', record: id, people: [owner], source: id, facts: { day } }
    ctx.notify({ ...told, cause: 'reminded', rule: 'article.read-over' })
  }
  return due.length
}
