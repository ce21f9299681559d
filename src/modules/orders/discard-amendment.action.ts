/** Takes an amended order back to the version before it, which binds again. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { fail } from '#kernel/base/fail.ts'
import { Customer } from '#modules/customers/index.ts'
import { bindOrder } from './bind-order.ts'
import { checkAmendment } from './check-amendment.ts'
import { Order, ownOrders } from './order.entity.ts'

export const discardAmendment = defineAction(Order, {
  name: 'discard-amendment',
  label: 'Discard amendment',
  from: 'draft',
  when: { revision: { over: 1 } },
  to: 'confirmed',
  allow: ownOrders,
  tone: 'danger',
  confirm: 'What was changed since the order was opened again is lost.',
  async run(ctx, order) {
    const version = order.versionBefore as Draft<typeof Order> | null
    if (version === null) fail('order.no-version-before', {}, { status: 409 })
    await refuseLost(ctx, version)
    const revision = order.revision - 1
    await ctx.save(Order, order.id, { ...version, revision, versionBefore: null })
    const restored = await ctx.lock(Order, order.id)
    checkAmendment(order, restored)
    await bindOrder(ctx, restored)
  },
})

/** The customer may have been merged into another in the meantime. */
async function refuseLost(ctx: Ctx, { customer }: Draft<typeof Order>): Promise<void> {
  const found = await ctx.first(Customer, { id: customer ?? '' })
  if (!found) fail('order.customer-gone', {}, { status: 409, field: 'customer' })
}
