/** Makes the next one of a task that repeats; once, also where it is completed anew. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { addDays, type DateText } from '#kernel/time/date.ts'
import { calendarDays } from './calendar-days.ts'
import { lunarCalendar } from './lunar.ts'
import { makeTasksOnce } from './make-once.ts'
import { nextInSeries } from './repeat.ts'
import type { Task } from './task.entity.ts'

/** What the next one has of it. */
const returning = [
  'title',
  'kind',
  'priority',
  'time',
  'minutes',
  'owner',
  'entity',
  'record',
  'remindBefore',
  'repeat',
  'lunar',
  'workdaysOnly',
  'repeatUntil',
  'repeatFrom',
  'note',
] as const

/** On the first day of its series behind the one it stood on that has not passed yet. */
export async function comeBack(ctx: Ctx, task: Task): Promise<void> {
  const next = await nextDay(ctx, task)
  if (next === null) return
  const origin = `${seriesOf(task)} ${next}`
  const again = Object.fromEntries(returning.map((name) => [name, task[name]]))
  await makeTasksOnce(ctx, [{ ...again, dueOn: next, origin }])
}

async function nextDay(ctx: Ctx, task: Task): Promise<DateText | null> {
  const { repeat, workdaysOnly, repeatUntil: until, dueOn } = task
  if (repeat === 'none') return null
  const series = { repeat, from: task.repeatFrom ?? dueOn, workdaysOnly, until }
  const yesterday = addDays(ctx.today, -1)
  const lunar = task.lunar ? await lunarCalendar() : null
  const days = workdaysOnly ? await calendarDays(ctx) : new Map()
  return nextInSeries(series, dueOn > yesterday ? dueOn : yesterday, { days, lunar })
}

/** Tasks of one series share what their origins begin with. */
function seriesOf({ id, origin }: Task): string {
  const [, series] = /^(repeat \S+) /u.exec(origin ?? '') ?? []
  return series ?? `repeat ${id}`
}
