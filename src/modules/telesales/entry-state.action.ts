/** An entry is passed over for a reason, or called once more. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { CallEntry, entryLeads, ownEntries } from './call-entry.entity.ts'
import { calledOf, refuseUncallable } from './called.ts'
import { openToAgent } from './open-to-agent.ts'

export const skipEntry = defineAction(CallEntry, {
  name: 'skip',
  label: 'Skip',
  from: ['waiting', 'later'],
  to: 'skipped',
  allow: { ...ownEntries, manager: 'all' },
  input: { skipReason: f.text({ required: true, maxLength: 300, label: 'Why skipped' }) },
  async run(ctx, entry, { skipReason }) {
    await ctx.save(CallEntry, entry.id, { skipReason, nextCallAt: null })
  },
})

export const callAgain = defineAction(CallEntry, {
  name: 'call-again',
  label: 'Call once more',
  from: ['done', 'skipped'],
  to: 'waiting',
  allow: entryLeads,
  async run(ctx, entry) {
    refuseUncallable(await calledOf(ctx, entry))
    await ctx.save(CallEntry, entry.id, { skipReason: null, nextCallAt: null })
    await openToAgent(ctx, entry.id, entry.owner)
  },
})

/** By the program, for customers and leads that may no longer be called. */
export const dropOut = defineAction(CallEntry, {
  name: 'drop-out',
  label: 'Drop out',
  from: ['waiting', 'later'],
  to: 'skipped',
  allow: [],
  internal: true,
  input: { skipReason: f.text({ required: true, maxLength: 300, label: 'Why skipped' }) },
  async run(ctx, entry, { skipReason }) {
    await ctx.save(CallEntry, entry.id, { skipReason, nextCallAt: null })
    await openToAgent(ctx, entry.id, null)
  },
})
