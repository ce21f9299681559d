/** Drafts lie ready for those who are to hand in; who is late is reminded, the superior is told. */
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { CalendarDay } from '#modules/tasks/index.ts'
import {
  excuseReport,
  handInPlan,
  handingIn,
  handInReport,
  prepareJob,
  remindPapersJob,
  ReportingRule,
  WorkPlan,
  WorkReport,
} from './index.ts'
import { idOf, reportsTo } from './testing/reports-to.ts'

const world = useWorld(modules)

async function team(): Promise<[seller: Actor, lead: Actor]> {
  const seller = await world().as('sales')
  return [seller, await reportsTo(world(), seller, await world().as('sales-lead'))]
}

async function run(job: typeof prepareJob, now: string): Promise<void> {
  const { house, tenant, clock } = world()
  clock.now = new Date(now)
  await job.run(house, jobCall({ tenant, now: clock.now }))
}

test('a plan and daily reports from Monday to a make-up Saturday', async () => {
  world().clock.now = new Date('2026-11-16T01:00:00Z')
  const [seller, lead] = await team()
  const manager = await world().as('manager')
  await refuses(seller.create(ReportingRule, { name: 'x' }), 'record.not-allowed')
  await manager.create(CalendarDay, { day: '2026-11-27', kind: 'holiday', name: 'Fair' })
  await manager.create(CalendarDay, { day: '2026-11-28', kind: 'workday', name: 'For it' })
  const people = { reportsTo: idOf(lead) }
  await manager.create(ReportingRule, { name: 'Plans', kind: 'plan', people })
  await manager.create(ReportingRule, { name: 'Days', kind: 'daily', people, days: 1 })

  await run(prepareJob, '2026-11-23T00:00:00Z')
  await run(prepareJob, '2026-11-23T00:05:00Z')
  const plans = await seller.list(WorkPlan, { where: { owner: 'me' }, sort: 'beginsOn' })
  expect(plans.map(({ dueOn }) => dueOn)).toEqual(['2026-11-16', '2026-11-23'])
  expect(await lead.list(WorkPlan, { where: { owner: 'me' } })).toEqual([])
  for (const day of ['24', '25', '26', '27', '28', '29'])
    await run(prepareJob, `2026-11-${day}T00:00:00Z`)
  const daily = await seller.list(WorkReport, { where: { owner: 'me' }, sort: 'beginsOn' })
  expect(daily.map(({ beginsOn, dueOn }) => `${beginsOn} ${dueOn}`)).toEqual([
    '2026-11-23 2026-11-24',
    '2026-11-24 2026-11-25',
    '2026-11-25 2026-11-26',
    '2026-11-26 2026-11-28',
    '2026-11-28 2026-11-30',
  ])
})

test('reminded once a workday while it is missing; the superior once it is late', async () => {
  const [seller, lead] = await team()
  const [plan] = await seller.list(WorkPlan, { where: { dueOn: '2026-11-23' } })
  const told = async ({ caller }: Actor) => {
    const rows = await world().within((ctx) =>
      ctx.sql<{ times: number }>(sql`select n.times from notification n
        where n.tenant = ${ctx.tenant} and n.rule = 'notice.reminded'
          and n.person = ${caller.person.id}::uuid and n.record = ${plan?.id}::uuid`),
    )
    return rows.reduce((sum, { times }) => sum + times, 0)
  }
  await run(remindPapersJob, '2026-11-23T01:00:00Z')
  await run(remindPapersJob, '2026-11-23T01:05:00Z')
  expect([await told(seller), await told(lead)]).toEqual([1, 0])
  await run(remindPapersJob, '2026-11-24T01:00:00Z')
  expect([await told(seller), await told(lead)]).toEqual([2, 1])
  await run(remindPapersJob, '2026-11-27T01:00:00Z')
  expect([await told(seller), await told(lead)]).toEqual([2, 1])
  await run(remindPapersJob, '2026-11-28T01:00:00Z')
  expect([await told(seller), await told(lead)]).toEqual([3, 1])
  await seller.update(WorkPlan, plan?.id ?? '', { goals: 'Late but here' })
  await seller.do(handInPlan, plan?.id ?? '')
  expect(await lead.see(WorkPlan, plan?.id ?? '')).toMatchObject({ late: true })
})

test('the lead sees who is late or missing; who is excused is neither', async () => {
  world().clock.now = new Date('2026-11-30T01:00:00Z')
  const [seller, lead] = await team()
  const [first, second] = await seller.list(WorkReport, { sort: 'beginsOn' })
  await seller.update(WorkReport, first?.id ?? '', { results: 'Done' })
  await seller.do(handInReport, first?.id ?? '')
  const own = seller.do(excuseReport, second?.id ?? '', {}, { reason: 'No time' })
  await refuses(own, 'action.wrong-state')
  await lead.do(excuseReport, second?.id ?? '', {}, { reason: 'On leave' })
  const [row] = await lead.report(handingIn, { from: '2026-11-23', until: '2026-11-30' })
  expect(row).toEqual({
    owner: idOf(seller),
    plans: 2,
    plansLate: 1,
    plansMissing: 0,
    plansOpen: 1,
    reports: 5,
    reportsLate: 1,
    reportsMissing: 2,
    reportsOpen: 1,
  })
})
