/** Who stands behind an entry of a call list, and whether they may be called at all. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import type { CallEntry } from './call-entry.entity.ts'

export interface Called {
  entity: 'customer' | 'lead'
  id: string
  name: string
  owner: string | null
  phone: string | null
  refuses: readonly string[]
}

export async function calledOf(
  ctx: Ctx,
  { customer, lead }: Pick<CallEntry, 'customer' | 'lead'>,
): Promise<Called> {
  if ((customer === null) === (lead === null)) fail('call-entry.of-one', {}, { field: 'customer' })
  if (lead !== null) {
    const { id, name, owner, phone, refuses } = await ctx.find(Lead, lead)
    return { entity: 'lead', id, name, owner, phone, refuses: refuses ?? [] }
  }
  const { id, name, owner, phone, refuses } = await ctx.find(Customer, customer ?? '')
  const number = phone ?? (await phoneOfContact(ctx, id))
  return { entity: 'customer', id, name, owner, phone: number, refuses: refuses ?? [] }
}

async function phoneOfContact(ctx: Ctx, customer: string): Promise<string | null> {
  const people = await ctx.list(Contact, { customer }, { limit: 20 })
  return people.map(({ phone, mobile }) => phone ?? mobile).find((one) => one !== null) ?? null
}

/** Named with the reason, so that one who adds hundreds sees which stay out and why. */
export function refuseUncallable({ entity, name, phone, refuses }: Called): void {
  if (refuses.includes('call')) fail('call-entry.refuses-calls', { name }, { field: entity })
  if (phone === null) fail('call-entry.no-number', { name }, { field: entity })
}
