/** A task is no longer to be done. */
import { defineAction } from '#kernel/action/action.ts'
import { Task, theirTasks } from './task.entity.ts'

export const dropTask = defineAction(Task, {
  name: 'drop',
  label: 'Drop',
  from: 'open',
  to: 'dropped',
  allow: theirTasks,
  tone: 'danger',
  reason: true,
  async run(ctx, task) {
    await ctx.save(Task, task.id, { endedAt: ctx.now.toISOString() })
  },
})
