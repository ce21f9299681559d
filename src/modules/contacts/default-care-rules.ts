/** The days of customers and their people that a company remembers from the start. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { CareRule, type CareDay } from './care-rule.entity.ts'

const rules: readonly [name: string, what: CareDay, daysBefore: number][] = [
  ['Birthdays of contacts', 'contact-birthday', 5],
  ['Birthdays of individual customers', 'customer-birthday', 5],
  ['Anniversaries of the first deal', 'deal-anniversary', 3],
  ['Contracts that end', 'contract-end', 30],
  ['Services that are due', 'service-day', 7],
]

/** Does nothing where there are rules. */
export async function seedCareRules(ctx: Ctx): Promise<void> {
  if ((await ctx.first(CareRule, {})) !== null) return
  for (const [name, what, daysBefore] of rules)
    await ctx.create(CareRule, { name: ctx.words(name), what, daysBefore })
}
