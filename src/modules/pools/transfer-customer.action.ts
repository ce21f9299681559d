/** Customers go to other salespeople by a rule, with the work that is open on them. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Customer, giveCustomer } from '#modules/customers/index.ts'
import { Task } from '#modules/tasks/index.ts'
import { dealer, dealingRules, type Dealt, type DealingRule } from './deal-out.ts'
import { handsNow } from './hands-now.ts'

export const transferCustomer = defineAction(Customer, {
  name: 'transfer',
  label: 'Transfer',
  allow: { 'sales-lead': { owner: 'my-team' }, manager: 'all' },
  tone: 'quiet',
  undoable: true,
  input: {
    to: f.refs('user', { label: 'To whom', help: 'One, or several by the rule.' }),
    rule: f.choice(dealingRules, { required: true, default: 'round' }),
    withWork: f.boolean({ default: true, label: 'With open tasks, visits and opportunities' }),
  },
  async run(ctx, customer, { to, rule, withWork }) {
    if (!to?.length) fail('customer.nobody-to-transfer-to', {}, { field: 'to' })
    const { id, owner, salesRegion } = customer
    const deal = await dealerOf(ctx, to, rule)
    const person = deal({ id, region: salesRegion, not: owner })
    if (person === null) fail('customer.nobody-else', {}, { field: 'to' })
    await giveCustomer(ctx, id, person)
    if (withWork && owner !== null) await giveWork(ctx, id, owner, person)
    return { result: { person } }
  },
})

type Dealer = (one: Dealt) => string | null

/** Many customers in one go are dealt by one dealer, who remembers what each was given. */
const dealers = new WeakMap<Ctx, Map<string, Dealer>>()

async function dealerOf(ctx: Ctx, to: readonly string[], rule: DealingRule): Promise<Dealer> {
  const known = dealers.get(ctx) ?? new Map<string, Dealer>()
  dealers.set(ctx, known)
  const key = `${rule} ${to.join(' ')}`
  const made = known.get(key) ?? dealer(await handsNow(ctx, to), rule)
  known.set(key, made)
  return made
}

/** Tasks lie below and are given here; what lies above is told. */
async function giveWork(ctx: Ctx, customer: string, from: string, to: string): Promise<void> {
  const open = { entity: 'customer', record: customer, owner: from, status: 'open' }
  for (const { id } of await ctx.list(Task, open)) await ctx.save(Task, id, { owner: to })
  await ctx.emit('customer.work-transferred', { customer, from, to })
}
