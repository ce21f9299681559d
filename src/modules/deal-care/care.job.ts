/** Each night whoever looks after a deal gets a task for each rule of care that has come due. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { writeAsProgram, writeByPages } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { calendarDays, makeTasksOnce, onWorkday } from '#modules/tasks/index.ts'
import { DealCareRule } from './deal-care-rule.entity.ts'
import { dueDeals } from './due-deals.ts'

const batch = 1000

export const dealCareJob = defineJob({
  name: 'deal-care.tasks',
  label: 'Tasks for care along deals',
  every: '20 4 * * *',
  atOnce: 1,
  async run(house, call) {
    const rules = await writeAsProgram(house, call, (ctx) =>
      ctx.list(DealCareRule, { active: true }, { sort: 'name' }),
    )
    for (const rule of rules)
      await writeByPages(house, call, (ctx, after) => careForSome(ctx, rule, after))
  },
})

/** @returns the last of them where there may be more */
async function careForSome(
  ctx: Ctx,
  rule: DealCareRule,
  after: string,
): Promise<string | undefined> {
  const deals = await dueDeals(ctx, rule, after, batch)
  const dueOn = onWorkday(ctx.today, await calendarDays(ctx))
  const tasks = deals.map(({ id, entity, number, customer, owner }) => ({
    title: ctx.words('{what}: {customer}, {number}', { what: rule.name, customer, number }),
    note: rule.words,
    kind: 'care' as const,
    dueOn,
    owner,
    entity,
    record: id,
    origin: `deal-care ${rule.id} ${id}`,
  }))
  await makeTasksOnce(ctx, tasks)
  return deals.length < batch ? undefined : deals.at(-1)?.id
}
