/** A task waits some days, or until the next workday; a repetition goes on from where it began. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { addDays } from '#kernel/time/date.ts'
import { calendarDays } from './calendar-days.ts'
import { Task, theirTasks } from './task.entity.ts'
import { nextWorkday, onWorkday } from './workdays.ts'

export const postponeTask = defineAction(Task, {
  name: 'postpone',
  label: 'Postpone',
  from: 'open',
  allow: theirTasks,
  offline: true,
  input: {
    days: f.integer({ min: '1', max: '366', help: 'Empty: to the next workday.' }),
    workday: f.boolean({ label: 'Not on a day off', default: true }),
  },
  async run(ctx, task, { days, workday }) {
    // What is late waits from today on.
    const from = task.dueOn < ctx.today ? ctx.today : task.dueOn
    const off = await calendarDays(ctx)
    const plain = days === null ? nextWorkday(from, off) : addDays(from, days)
    await ctx.save(Task, task.id, { dueOn: workday ? onWorkday(plain, off) : plain })
  },
})
