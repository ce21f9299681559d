/** Appointments of a calendar file become tasks of whoever brings it; each once, by its UID. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { addDays } from '#kernel/time/date.ts'
import { makeTasksOnce, type MadeTask } from './make-once.ts'
import { readCalendar, type Appointment } from './read-calendar.ts'
import { nextInSeries } from './repeat.ts'
import { Task } from './task.entity.ts'

const most = 2000

export const importCalendar = defineCollectionAction(Task, {
  name: 'import-calendar',
  label: 'Import a calendar',
  allow: ['everyone'],
  input: {
    calendar: f.longText({
      required: true,
      maxLength: 1_000_000,
      help: 'The text of a file that ends in .ics. What has passed is left out.',
    }),
  },
  async run(ctx, { calendar }) {
    const found = await readCalendar(calendar, ctx.timeZone)
    if (found === null) fail('task.no-calendar', {}, { field: 'calendar' })
    if (found.length > most) fail('task.calendar-too-long', { most }, { field: 'calendar' })
    const tasks = found.flatMap((one) => taskOf(ctx, one))
    return { result: { found: found.length, made: await makeTasksOnce(ctx, tasks) } }
  },
})

function taskOf(ctx: Ctx, appointment: Appointment): MadeTask[] {
  const { uid, title, note, time, minutes, repeat, until } = appointment
  const dueOn = comingDay(ctx, appointment)
  if (dueOn === null) return []
  return [
    {
      title: title.slice(0, 300) || ctx.words('(unnamed)'),
      note: note?.slice(0, 20_000) ?? null,
      kind: 'meeting',
      dueOn,
      time,
      repeat,
      repeatUntil: until,
      minutes: minutes === null ? null : Math.min(minutes, 20_160),
      repeatFrom: repeat === 'none' ? null : appointment.day,
      origin: `ics ${ctx.me} ${uid}`.slice(0, 400),
    },
  ]
}

/** Today or later; of a series the next day. */
function comingDay({ today }: Ctx, { day, repeat, until }: Appointment): string | null {
  if (day >= today) return day
  const series = { repeat, from: day, workdaysOnly: false, until }
  return nextInSeries(series, addDays(today, -1), { days: new Map(), lunar: null })
}
