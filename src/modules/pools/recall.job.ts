/** Each night the rules in force take customers back, and warn whom they will take from soon. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { Customer } from '#modules/customers/index.ts'
import { putInPool } from './put-in-pool.ts'
import { RecallRule } from './recall-rule.entity.ts'
import { recalledWhere } from './recalled.ts'

const batch = 500
const mostWarnings = 20_000

export const recallJob = defineJob({
  name: 'pools.recall',
  label: 'Recall of customers into pools',
  every: '30 1 * * *',
  atOnce: 1,
  async run(house, call) {
    for (const rule of await writeAsProgram(house, call, rulesInForce)) {
      let taken = batch
      while (taken === batch) {
        call.signal.throwIfAborted()
        taken = await writeAsProgram(house, call, (ctx) => takeSome(ctx, rule))
      }
      await writeAsProgram(house, call, (ctx) => warn(ctx, rule))
    }
  },
})

function rulesInForce(ctx: Ctx): Promise<RecallRule[]> {
  return ctx.list(RecallRule, { status: 'active' }, { sort: 'name' })
}

async function takeSome(ctx: Ctx, rule: RecallRule): Promise<number> {
  const found = await ctx.list(Customer, recalledWhere(rule), { limit: batch })
  const ids = found.map(({ id }) => id)
  return ids.length === 0 ? 0 : putInPool(ctx, rule.pool, ids, rule.when)
}

/** On the one day on which a customer comes within the days of warning. */
async function warn(ctx: Ctx, rule: RecallRule): Promise<void> {
  if (rule.warnDays === 0) return
  const near = {
    ...recalledWhere(rule, rule.warnDays),
    // What was within them yesterday was told of yesterday.
    not: { any: [{ not: rule.customers ?? {} }, recalledWhere(rule, rule.warnDays - 1)] },
  }
  const soon = await ctx.list(Customer, near, { limit: mostWarnings })
  for (const { id, owner } of soon) {
    if (owner === null) continue
    ctx.notify({
      cause: 'given',
      rule: 'notice.recall-near',
      entity: 'customer',
      record: id,
      people: [owner],
      facts: { days: rule.warnDays, by: rule.name },
    })
  }
}
