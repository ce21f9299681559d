/** A customer in a pool got a salesperson by another way, or went to another pool. */
import { defineAction } from '#kernel/action/action.ts'
import { PoolEntry } from './pool-entry.entity.ts'

export const withdrawEntry = defineAction(PoolEntry, {
  name: 'withdraw',
  label: 'Take out',
  from: 'waiting',
  to: 'withdrawn',
  allow: [],
  internal: true,
  async run(ctx, entry) {
    await ctx.save(PoolEntry, entry.id, { endedAt: ctx.now.toISOString() })
  },
})
