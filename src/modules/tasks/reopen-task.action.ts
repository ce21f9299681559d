/** A task that was done or dropped is to be done after all. */
import { defineAction } from '#kernel/action/action.ts'
import { Task, theirTasks } from './task.entity.ts'

export const reopenTask = defineAction(Task, {
  name: 'reopen',
  label: 'Reopen',
  from: ['done', 'dropped'],
  to: 'open',
  allow: theirTasks,
  async run(ctx, task) {
    await ctx.save(Task, task.id, { endedAt: null })
  },
})
