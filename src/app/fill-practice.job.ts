/** Fills a practice company with the records of the demo company, step by step. */
import { sql } from '#kernel/db/sql.ts'
import type { House } from '#kernel/house.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import {
  fillPracticeJob,
  keepProgress,
  progressOf,
  type PracticeProgress,
} from '#kernel/practice/practice.ts'
import { demoSteps, fillDemo } from '../../demo/load-demo.ts'

export const fillPractice = defineJob({
  name: fillPracticeJob,
  label: 'Filling the practice company',
  atOnce: 1,
  async run(house, { tenant }) {
    const progress = await progressOf(house, tenant)
    // Thrown away in the meantime, or done by an earlier try.
    if (!progress || progress.state === 'ready' || progress.state === 'failed') return
    const keep = (state: PracticeProgress['state'], done: number) =>
      keepProgress(house.database.control, tenant, { state, done, of: demoSteps })
    // What was filled by half is not gone on with: one throws it away and makes another.
    if (progress.state === 'filling') return keep('failed', progress.done)
    try {
      await fill(house, tenant)
      await keep('ready', demoSteps)
    } catch (error) {
      if (await progressOf(house, tenant)) await keep('failed', 0)
      throw error
    }
  },
})

async function fill(house: House, tenant: string): Promise<void> {
  const [owner] = await house.database.read<{ id: string }>(
    tenant,
    sql`select id from "user" where tenant = ${tenant} order by created_at, id limit 1`,
  )
  if (!owner) throw new Error('The practice company has no administrator')
  await fillDemo(house, { tenant, user: owner.id }, (ctx, done) =>
    keepProgress(ctx.sql, tenant, { state: 'filling', done, of: demoSteps }),
  )
}
