/** What the reports on opportunities say of a few whose course is known. */
import { beforeAll, expect, test } from 'vitest'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { expectedByMonth } from './expected-by-month.report.ts'
import {
  enterStage,
  loseOpportunity,
  Opportunity,
  Pipeline,
  PipelineStage,
  winOpportunity,
} from './index.ts'
import { lossesByReason } from './losses-by-reason.report.ts'
import { opportunityFunnel } from './opportunity-funnel.report.ts'
import { stageCourse } from './stage-course.report.ts'
import { winRatesByQuarter, winRatesBySalesperson } from './win-rates.report.ts'

const world = useWorld(modules)
let seller: Actor
let manager: Actor
let stages: string[]

/** Opened on the 1st of November, in the second stage from the 6th on. */
async function opportunityOf(name: string, draft: object, more?: (id: string) => Promise<void>) {
  const { clock } = world()
  clock.now = new Date('2026-11-01T02:00:00Z')
  const { id } = await seller.create(Opportunity, { name, ...draft })
  clock.now = new Date('2026-11-06T02:00:00Z')
  if (more) await seller.do(enterStage, id)
  clock.now = new Date('2026-11-16T02:00:00Z')
  await more?.(id)
}

beforeAll(async () => {
  seller = await world().as('sales')
  manager = await world().as('manager')
  const { id: pipeline } = await manager.create(Pipeline, { name: 'Sales', stallDays: 7 })
  stages = []
  for (const [at, probability] of ['20', '60'].entries()) {
    const draft = { pipeline, name: `Stage ${at}`, position: at + 1, probability }
    stages.push((await manager.create(PipelineStage, draft)).id)
  }
  const buyer = { name: 'Harbor Books', type: 'reseller', industry: 'Books' } as const
  const { id: customer } = await seller.create(Customer, buyer)
  const deal = { customer, pipeline, expectedOn: '2026-12-10' }
  await opportunityOf('First', { ...deal, estimate: '1000' })
  await opportunityOf('Second', { ...deal, estimate: '500' }, async () => undefined)
  await opportunityOf('Third', { ...deal, estimate: '800' }, async (id) => {
    await seller.do(winOpportunity, id)
  })
  await opportunityOf('Fourth', { ...deal, estimate: '300' }, async (id) => {
    await seller.do(loseOpportunity, id, { lossReason: 'price' })
  })
})

test('the funnel has what is open, with amount and expectation', async () => {
  const rows = await seller.report(opportunityFunnel)
  expect(rows).toMatchObject([
    { stage: stages[0], opportunities: 1, amount: '1000', expected: '200' },
    { stage: stages[1], opportunities: 1, amount: '500', expected: '300' },
  ])
  const { id } = seller.caller.person
  expect(await manager.report(opportunityFunnel, { salesperson: id })).toEqual(rows)
})

test('by month and type of customer it says what is to be expected', async () => {
  expect(await seller.report(expectedByMonth)).toMatchObject([
    { month: '2026-12', type: 'reseller', industry: 'Books', opportunities: 2, expected: '500' },
  ])
  expect(await seller.report(expectedByMonth, { from: '2027-01-01' })).toEqual([])
})

test('stages tell how long one stays there, and what is lost', async () => {
  expect(await seller.report(stageCourse)).toMatchObject([
    { stage: stages[0], stays: 3, days: '5.0', moved: 3, won: 0, lost: 0, lossRate: '0.00' },
    {
      stage: stages[1],
      stays: 2,
      days: '10.0',
      won: 1,
      lost: 1,
      lossRate: '50.00',
      lostAmount: '300',
    },
  ])
  expect(await seller.report(lossesByReason)).toMatchObject([
    { reason: 'price', stage: stages[1], opportunities: 1, amount: '300' },
  ])
})

test('half of what was closed is won, fifteen days after it was opened', async () => {
  const rate = { closed: 2, won: 1, lost: 1, winRate: '50.00', cycleDays: '15.0', wonAmount: '800' }
  const { id } = seller.caller.person
  expect(await seller.report(winRatesBySalesperson)).toMatchObject([{ salesperson: id, ...rate }])
  expect(await manager.report(winRatesByQuarter)).toMatchObject([{ quarter: '2026-Q4', ...rate }])
  const other = await world().as('sales', 'Other')
  expect(await other.report(winRatesByQuarter)).toEqual([])
  const keeper = await world().as('storekeeper')
  await refuses(keeper.report(winRatesByQuarter), 'report.not-allowed')
})
