/** A call list is over, or goes on. */
import { defineAction } from '#kernel/action/action.ts'
import { CallEntry, openStates } from './call-entry.entity.ts'
import { CallList, ledLists } from './call-list.entity.ts'
import { dropOut } from './entry-state.action.ts'
import { openToAgent } from './open-to-agent.ts'

export const closeList = defineAction(CallList, {
  name: 'close',
  label: 'Close the list',
  from: 'open',
  to: 'closed',
  allow: ledLists,
  confirm: 'Whoever was not called yet is skipped.',
  async run(ctx, { id }) {
    const open = await ctx.list(CallEntry, { list: id, status: [...openStates] }, { limit: 10_000 })
    const skipReason = ctx.words('The list was closed')
    for (const entry of open) await ctx.do(dropOut, entry.id, { skipReason })
    const seen = { list: id, share: { empty: false } }
    for (const entry of await ctx.list(CallEntry, seen, { limit: 10_000 }))
      await openToAgent(ctx, entry.id, null)
  },
})

export const reopenList = defineAction(CallList, {
  name: 'reopen',
  label: 'Reopen',
  from: 'closed',
  to: 'open',
  allow: ledLists,
  async run() {
    // Entries stay as they are: each is called once more by its own button.
  },
})
