/** Brings customers into the stages that rules ask for, and writes down why. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { daysBetween } from '#kernel/time/date.ts'
import { Customer, keepFacts } from '#modules/customers/index.ts'
import { movingCustomers, type Moving } from './fitting-customers.ts'
import { StageChange } from './stage-change.entity.ts'
import { StageRule } from './stage-rule.entity.ts'

export function rulesInForce(ctx: Ctx): Promise<StageRule[]> {
  return ctx.list(StageRule, { status: 'active' }, { sort: 'order' })
}

/**
 * Moves at most `most` customers behind `after`, by id.
 * @returns the last id that was moved, to go on from; null when there was none
 */
export async function moveCustomers(
  ctx: Ctx,
  wish: { after: string | null; most: number; only?: readonly string[] },
): Promise<string | null> {
  const rules = await rulesInForce(ctx)
  const moving = await movingCustomers(ctx, rules, wish)
  for (const one of moving) await moveOne(ctx, one, rules[one.rule])
  return moving.at(-1)?.id ?? null
}

async function moveOne(ctx: Ctx, moving: Moving, rule: StageRule | undefined): Promise<void> {
  if (!rule) return
  const { id, from, stageOn } = moving
  const reason = reasonOf(ctx, moving, rule)
  await ctx.save(Customer, id, { stage: rule.stage })
  keepFacts(ctx, id, { stageOn: ctx.today, stageReason: reason })
  const daysBefore = stageOn === null ? null : daysBetween(stageOn, ctx.today)
  const change = { customer: id, from, stage: rule.stage, rule: rule.id, reason, daysBefore }
  await ctx.create(StageChange, { ...change, at: ctx.now.toISOString(), by: null })
}

/** The facts as they were on the day, since they will be others by the time somebody asks. */
function reasonOf(ctx: Ctx, { lastDealOn, lastContactOn, dealCount }: Moving, rule: StageRule) {
  const facts = { rule: rule.name, deals: dealCount }
  const deal =
    lastDealOn === null
      ? ctx.words('no deal yet')
      : ctx.words('last deal {day}', { day: lastDealOn })
  const contact =
    lastContactOn === null
      ? ctx.words('never contacted')
      : ctx.words('last contact {day}', { day: lastContactOn })
  return ctx.words('{rule}: {deal}, {contact}', { ...facts, deal, contact })
}
