/** A customer in a pool is dealt to a member, who is told of it. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { giveEntry } from './claim-entry.action.ts'
import { PoolEntry } from './pool-entry.entity.ts'

export const giveByDealing = defineAction(PoolEntry, {
  name: 'give',
  label: 'Deal out',
  from: 'waiting',
  to: 'claimed',
  allow: [],
  internal: true,
  input: { person: f.person({ required: true }) },
  async run(ctx, entry, { person }) {
    await giveEntry(ctx, entry, person)
  },
})
