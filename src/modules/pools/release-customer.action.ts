/** A salesperson gives a customer back, so that a colleague may claim it. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { Customer } from '#modules/customers/index.ts'
import { putInPool } from './put-in-pool.ts'

export const releaseCustomer = defineAction(Customer, {
  name: 'release',
  label: 'Give to a pool',
  allow: { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } },
  reason: true,
  tone: 'quiet',
  input: { pool: f.ref('pool', { required: true }) },
  async run(ctx, customer, { pool }) {
    await putInPool(ctx, pool, [customer.id], 'released')
  },
})
