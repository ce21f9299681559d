/** Each night who looks after a customer gets a task for each day of care that comes near. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { writeAsProgram, writeByPages } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { addDays, type DateText } from '#kernel/time/date.ts'
import {
  calendarDays,
  lunarCalendar,
  makeTasksOnce,
  nextReturn,
  workdayUntil,
} from '#modules/tasks/index.ts'
import type { MadeTask } from '#modules/tasks/index.ts'
import { careDates, comesOnce, type CareDate } from './care-dates.ts'
import { CareRule, type CareDay } from './care-rule.entity.ts'

const batch = 1000

export const careJob = defineJob({
  name: 'contacts.care',
  label: 'Tasks for days of care',
  every: '10 4 * * *',
  atOnce: 1,
  async run(house, call) {
    const rules = await writeAsProgram(house, call, (ctx) =>
      ctx.list(CareRule, { active: true }, { sort: 'name' }),
    )
    for (const rule of rules)
      await writeByPages(house, call, (ctx, after) => careForSome(ctx, rule, after))
  },
})

/** @returns the last of them where there may be more */
async function careForSome(ctx: Ctx, rule: CareRule, after: string): Promise<string | undefined> {
  const dates = await careDates(ctx, rule, after, batch)
  const [off, lunar] = [await calendarDays(ctx), await lunarCalendar()]
  const until = addDays(ctx.today, rule.daysBefore)
  const tasks = dates.flatMap((date) => {
    const on = comesOnce(rule.what)
      ? date.day
      : nextReturn(date.day, ctx.today, date.lunar ? lunar : null)
    // It is done on the day itself; where nobody works then, on the last workday before.
    const dueOn = workdayUntil(on, off)
    return on <= until ? [taskOf(ctx, rule, date, on, dueOn < ctx.today ? ctx.today : dueOn)] : []
  })
  await makeTasksOnce(ctx, tasks)
  return dates.length < batch ? undefined : dates.at(-1)?.id
}

const birthday = 'Birthday of {name} on {on}'
const titles: Readonly<Record<CareDay, string>> = {
  'contact-birthday': birthday,
  'family-birthday': birthday,
  'customer-birthday': birthday,
  'deal-anniversary': '{name}: {years} years since the first deal, on {on}',
  'contract-end': '{name}: the contract ends on {on}',
  'service-day': '{name}: service is due on {on}',
}

function taskOf(
  ctx: Ctx,
  { what }: CareRule,
  { id, entity, record, name, owner, lunar, day }: CareDate,
  on: DateText,
  dueOn: DateText,
): MadeTask {
  const years = Number(on.slice(0, 4)) - Number(day.slice(0, 4))
  const title = ctx.words(titles[what], { name, years, on })
  const note = lunar ? ctx.words('By the lunar calendar.') : null
  const origin = `care ${what} ${id} ${on}`
  return { title, note, kind: 'care', dueOn, owner, entity, record, origin }
}
