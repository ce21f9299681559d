/** A customer goes to another salesperson, or to nobody, by an action of the program. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Customer } from './customer.entity.ts'
import { keepFacts } from './keep-facts.ts'

/**
 * @param owner null: nobody looks after the customer any more
 * @param pool where such a customer waits to be claimed
 */
export async function giveCustomer(
  ctx: Ctx,
  customer: string,
  owner: string | null,
  pool: string | null = null,
): Promise<void> {
  await ctx.save(Customer, customer, { owner })
  const nobody = owner === null ? { nextContactOn: null } : {}
  keepFacts(ctx, customer, { ownedSince: ctx.now.toISOString(), pool, ...nobody })
}
