/** What the demo company's salespeople planned and reported over the last weeks. */
import type { Caller } from '#kernel/action/caller.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import type { House } from '#kernel/house.ts'
import { addDays, startOf, weekday } from '#kernel/time/date.ts'
import {
  acceptPlan,
  acceptReport,
  handInPlan,
  handInReport,
  ReportingRule,
  WorkPlan,
  WorkReport,
} from '#modules/plans/index.ts'
import type { OnStep } from './load-business.ts'
import type { Masters } from './load-masters.ts'
import { dayWords, planned, planWords, weekWords, type PlannedLine } from './plans.ts'

const weeksBack = 3
export const planSteps = 1 + weeksBack + 1

interface Company {
  house: House
  caller: Caller
  masters: Masters
  /** Ids of the users by e-mail. */
  people: ReadonlyMap<string, string>
}

export async function loadPlans(company: Company, onStep: OnStep): Promise<void> {
  const { house } = company
  const today = new Date(house.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const monday = startOf('week', today)
  const first = addDays(monday, -7 * weeksBack)
  await at(company, first, 'manager', async (ctx) => {
    await onStep(ctx, 1)
    await addRules(ctx)
  })
  for (let week = 0; week < weeksBack; week += 1) {
    const begins = addDays(first, week * 7)
    await planWeek(company, begins, week, (ctx) => onStep(ctx, 2 + week))
    await reportWeek(company, begins, week, week === weeksBack - 1)
  }
  await thisWeek(company, monday, today, (ctx) => onStep(ctx, planSteps))
}

async function addRules(ctx: Ctx): Promise<void> {
  const people = { roles: ['sales', 'sales-lead'] }
  await ctx.create(ReportingRule, { name: '業務週計畫', kind: 'plan', people })
  await ctx.create(ReportingRule, { name: '業務週報', kind: 'weekly', people })
  const sellers = { roles: ['sales'] }
  await ctx.create(ReportingRule, { name: '業務日報', kind: 'daily', people: sellers, days: 1 })
}

type Begin = (ctx: Ctx) => Promise<void>

async function planWeek(company: Company, on: string, week: number, begin: Begin): Promise<void> {
  const ids: string[] = []
  for (const who of ['sales', 'lead'] as const) {
    await at(company, on, who, async (ctx) => {
      if (who === 'sales') await begin(ctx)
      const { goals, ...targets } = planWords[(week + (who === 'lead' ? 1 : 0)) % planWords.length]!
      const lines = linesOf(company, planned[week % planned.length] ?? [], on, who)
      const { id } = await ctx.create(WorkPlan, { owner: ctx.me, on, goals, ...targets, lines })
      await ctx.do(handInPlan, id)
      ids.push(id)
    })
  }
  await at(company, addDays(on, 1), 'lead', (ctx) =>
    accept(ctx, acceptPlan, ids[0], '加油，A 級客戶優先。'),
  )
  await at(company, addDays(on, 1), 'manager', (ctx) => accept(ctx, acceptPlan, ids[1], null))
}

async function accept(
  ctx: Ctx,
  action: typeof acceptPlan,
  id: string | undefined,
  words: string | null,
): Promise<void> {
  if (id !== undefined) await ctx.do(action, id, { words })
}

/** The last one of the lead is missing. */
async function reportWeek(company: Company, on: string, week: number, isLast: boolean) {
  const friday = addDays(on, 4)
  const words = weekWords[week % weekWords.length] ?? {}
  let mine: string | undefined
  for (const who of ['sales', 'lead'] as const) {
    await at(company, friday, who, async (ctx) => {
      const draft = { owner: ctx.me, kind: 'weekly', on } as const
      if (who === 'lead' && isLast) {
        await ctx.create(WorkReport, draft)
        return
      }
      const { id } = await ctx.create(WorkReport, { ...draft, ...words })
      await ctx.do(handInReport, id)
      if (who === 'sales') mine = id
    })
  }
  if (isLast) return
  await at(company, addDays(on, 7), 'lead', (ctx) =>
    accept(ctx, acceptReport, mine, '做得好，請持續追蹤報價。'),
  )
}

/** Handed in and waiting for an answer, still a draft, and reports of the last days. */
async function thisWeek(company: Company, monday: string, today: string, begin: Begin) {
  await at(company, monday, 'sales', async (ctx) => {
    await begin(ctx)
    const { goals, ...targets } = planWords[0]
    const { id } = await ctx.create(WorkPlan, { owner: ctx.me, on: monday, goals, ...targets })
    await ctx.do(handInPlan, id)
  })
  await at(company, monday, 'lead', async (ctx) => {
    await ctx.create(WorkPlan, { owner: ctx.me, on: monday, ...planWords[1] })
  })
  for (let index = 0; index < dayWords.length; index += 1) {
    const day = workdayBefore(today, dayWords.length - index)
    await at(company, day, 'sales', async (ctx) => {
      const draft = { owner: ctx.me, kind: 'daily', on: day } as const
      const { id } = await ctx.create(WorkReport, { ...draft, results: dayWords[index] ?? null })
      if (dayWords[index]) await ctx.do(handInReport, id)
    })
  }
}

function workdayBefore(today: string, count: number): string {
  let day = today
  for (let left = count; left > 0;) {
    day = addDays(day, -1)
    if (weekday(day) <= 5) left -= 1
  }
  return day
}

function linesOf(
  { masters, people }: Company,
  lines: readonly PlannedLine[],
  on: string,
  who: Who,
) {
  const owner = people.get(`${who}@demo.local`)
  const own = masters.customers.filter((one) => one.owner === owner)
  return lines.map(({ day, kind, what }, index) => ({
    day: addDays(on, day),
    kind,
    what,
    customer: own[(index * 3) % Math.max(1, own.length)]?.id ?? null,
  }))
}

type Who = 'sales' | 'lead' | 'manager'

/** In the name of that person, on that afternoon or now, whichever is earlier. */
async function at(company: Company, day: string, who: Who, work: Begin): Promise<void> {
  const { house, caller, people } = company
  const then = new Date(`${day}T07:30:00Z`)
  const now = then < house.now() ? then : house.now()
  const id = people.get(`${who}@demo.local`) ?? null
  const as = { ...caller, person: { ...caller.person, id } }
  await write(house, as, { now }, (unit) => work(openCtx(unit)))
}
