/** Somebody else is to do the task; who it is learns of it. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Task, theirTasks } from './task.entity.ts'

export const handOverTask = defineAction(Task, {
  name: 'hand-over',
  label: 'Hand over',
  from: 'open',
  allow: theirTasks,
  input: { person: f.person({ required: true, label: 'New assignee' }) },
  async run(ctx, task, { person }) {
    if (person === task.owner) fail('task.same-assignee', {}, { field: 'person' })
    await ctx.save(Task, task.id, { owner: person })
  },
})
