/** A person’s change of a stage is written down too; a deal is looked at by the rules at once. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { daysBetween } from '#kernel/time/date.ts'
import type { Customer } from '#modules/customers/index.ts'
import { moveCustomers } from './move-customers.ts'
import { StageChange } from './stage-change.entity.ts'

export async function noteChange(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [row, before] = [facts.row as Customer, facts.before as Customer]
  if (row.stage === before.stage) return
  await ctx.create(StageChange, {
    customer: row.id,
    from: before.stage,
    stage: row.stage,
    at: ctx.now.toISOString(),
    rule: null,
    reason: ctx.words('Set by hand'),
    daysBefore: before.stageOn === null ? null : daysBetween(before.stageOn, ctx.today),
    by: ctx.person.id,
  })
}

/** Who has just bought must not stand as dormant until the night. */
export async function lookAtDeal(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { customer } = facts.row as { customer: string }
  await moveCustomers(ctx, { after: null, most: 1, only: [customer] })
}
