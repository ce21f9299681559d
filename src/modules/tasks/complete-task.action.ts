/** A task is done, with what came of it; one that repeats comes back on its next day. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { comeBack } from './come-back.ts'
import { Task, theirTasks } from './task.entity.ts'

export const completeTask = defineAction(Task, {
  name: 'complete',
  label: 'Complete',
  from: 'open',
  to: 'done',
  allow: theirTasks,
  tone: 'primary',
  offline: true,
  input: { result: f.longText({ maxLength: 5000 }) },
  async run(ctx, task, { result }) {
    await ctx.save(Task, task.id, { result, endedAt: ctx.now.toISOString() })
    await comeBack(ctx, task)
  },
})
