/** Plans fill themselves and see what is done; reports keep the figures of when they went in. */
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Comment } from '#modules/notes/index.ts'
import { completeTask, Task } from '#modules/tasks/index.ts'
import { finishVisit, planVisit } from '#modules/visits/index.ts'
import {
  acceptPlan,
  acceptReport,
  fillInPlan,
  handInPlan,
  handInReport,
  returnReport,
  takeBackReport,
  workOfPeople,
  WorkPlan,
  WorkReport,
} from './index.ts'
import { idOf, reportsTo } from './testing/reports-to.ts'

const world = useWorld(modules)

async function team(name: string): Promise<{ seller: Actor; lead: Actor }> {
  const [seller, lead] = [await world().as('sales', name), await world().as('sales-lead', 'Lead')]
  return { seller, lead: await reportsTo(world(), seller, lead) }
}

const call = (customer: string, happenedAt: string) =>
  ({ customer, happenedAt, kind: 'call', summary: 'Wants a price' }) as const

test('a plan is filled with visits, tasks and agreed contacts of its week, each once', async () => {
  const { seller } = await team('Ann Fill')
  const { id: customer } = await seller.create(Customer, { name: 'Harbor Books' })
  const { id: other } = await seller.create(Customer, { name: 'Ming Yang' })
  await seller.create(Interaction, {
    ...call(other, '2026-11-20T03:00:00.000Z'),
    nextOn: '2026-11-25',
    nextStep: 'Ask for the order',
  })
  const { result } = await seller.do(planVisit, customer, {
    plannedOn: '2026-11-24',
    purpose: 'Samples',
  })
  const { id: task } = await seller.create(Task, { title: 'Offer', dueOn: '2026-11-26' })
  await seller.create(Task, { title: 'Later', dueOn: '2026-11-30' })
  const { id } = await seller.create(WorkPlan, { on: '2026-11-25' })
  const plan = await seller.see(WorkPlan, id)
  expect(plan).toMatchObject({ beginsOn: '2026-11-23', endsOn: '2026-11-29' })
  expect(plan.name).toBe('Ann Fill: week of 2026-11-23')
  expect(plan.lines.map(({ day, kind, what, done }) => [day, kind, what, done])).toEqual([
    ['2026-11-24', 'visit', 'Samples', false],
    ['2026-11-25', 'call', 'Ask for the order', false],
    ['2026-11-26', 'task', 'Offer', false],
  ])
  await seller.do(finishVisit, (result as { id: string }).id, {
    at: '2026-11-23T01:30:00.000Z',
    summary: 'Liked them',
  })
  await seller.do(completeTask, task)
  await seller.create(Task, { title: 'Stock list', dueOn: '2026-11-27' })
  await seller.do(fillInPlan, id)
  const lines = (await seller.see(WorkPlan, id)).lines.map(({ what, done }) => [what, done])
  expect(lines).toEqual([
    ['Samples', true],
    ['Ask for the order', false],
    ['Offer', true],
    ['Stock list', false],
  ])
})

test('a week borders where the company’s midnight is', async () => {
  const { seller } = await team('Ann Border')
  const { id: customer } = await seller.create(Customer, { name: 'Border Trade' })
  // In Taipei it is Monday from 16:00 of Sunday in Greenwich.
  await seller.create(Interaction, call(customer, '2026-11-15T15:59:00.000Z'))
  await seller.create(Interaction, call(customer, '2026-11-15T16:00:00.000Z'))
  await seller.create(Interaction, call(customer, '2026-11-22T15:59:00.000Z'))
  await seller.create(Interaction, call(customer, '2026-11-22T16:01:00.000Z'))
  const week = { from: '2026-11-16', until: '2026-11-22', person: idOf(seller) }
  const rows = await seller.report(workOfPeople, week)
  expect(rows).toEqual([expect.objectContaining({ calls: 2, visits: 0, orderAmount: '0' })])
})

test('handed in with its figures, which stay; sent back and accepted with a word', async () => {
  const { seller, lead } = await team('Ann Report')
  const { id: customer } = await seller.create(Customer, { name: 'Frozen Goods' })
  await seller.create(Interaction, call(customer, '2026-11-23T01:00:00.000Z'))
  const { id } = await seller.create(WorkReport, { kind: 'daily', on: '2026-11-23' })
  await refuses(seller.do(handInReport, id), 'work-report.no-words', 'results')
  await seller.update(WorkReport, id, { results: 'One call' })
  await seller.do(handInReport, id, {}, { dryRun: true })
  expect(await seller.see(WorkReport, id)).toMatchObject({ status: 'draft', calls: null })
  await seller.do(handInReport, id)
  const handed = { status: 'handed-in', calls: 1, newCustomers: 1, sentTo: idOf(lead) }
  expect(await lead.see(WorkReport, id)).toMatchObject(handed)
  await seller.create(Interaction, call(customer, '2026-11-23T01:30:00.000Z'))
  expect(await lead.see(WorkReport, id)).toMatchObject({ calls: 1 })
  await refuses(seller.update(WorkReport, id, { results: 'More' }), 'record.locked')
  await lead.do(returnReport, id, { words: 'And the second call?' })
  await seller.do(handInReport, id)
  await seller.do(takeBackReport, id)
  await seller.do(handInReport, id)
  await lead.do(acceptReport, id, { words: 'Good' })
  expect(await seller.see(WorkReport, id)).toMatchObject({ status: 'accepted', calls: 2 })
  const said = await seller.list(Comment, { where: { record: id }, sort: 'createdAt' })
  expect(said.map(({ text }) => text)).toEqual(['And the second call?', 'Good'])
  expect(await toldOf(id, lead)).toContain('notice.given')
  expect(await toldOf(id, seller)).toEqual(
    expect.arrayContaining(['notice.mentioned', 'notice.state-changed']),
  )
})

test('nobody answers their own, nobody of another team sees it, and nothing is empty', async () => {
  const { seller, lead } = await team('Ann Own')
  const [stranger, other] = [
    await world().as('sales', 'Bob'),
    await world().as('sales-lead', 'Eve'),
  ]
  const { id } = await seller.create(WorkPlan, { on: '2026-11-23' })
  await refuses(seller.do(handInPlan, id), 'work-plan.is-empty')
  await seller.update(WorkPlan, id, { goals: 'Three orders', targetCalls: 20 })
  await seller.do(handInPlan, id)
  await refuses(seller.do(acceptPlan, id), 'action.wrong-state')
  await refuses(stranger.see(WorkPlan, id), 'record.not-found')
  await refuses(other.do(acceptPlan, id), 'record.not-found')
  await refuses(lead.update(WorkPlan, id, { goals: 'Ten' }), 'record.not-allowed')
  await lead.do(acceptPlan, id)
  await refuses(seller.create(WorkPlan, { on: '2026-11-24' }), 'field.not-unique', 'owner')
  const foreign = stranger.create(WorkPlan, { on: '2026-12-01', owner: seller.caller.person.id })
  await refuses(foreign, 'work-plan.of-another', 'owner')
  expect(await stranger.report(workOfPeople, { person: idOf(seller) })).toEqual([])
  expect(await lead.report(workOfPeople, { person: idOf(seller) })).toHaveLength(1)
  const tomorrow = await seller.create(WorkReport, { kind: 'daily', on: '2026-11-24', next: 'x' })
  await refuses(seller.do(handInReport, tomorrow.id), 'work-report.not-begun', 'on')
})

function toldOf(record: string, { caller }: Actor): Promise<string[]> {
  return world().within(async (ctx) => {
    const rows = await ctx.sql<{ rule: string }>(sql`select n.rule from notification n
      where n.tenant = ${ctx.tenant} and n.record = ${record}::uuid
        and n.person = ${caller.person.id}::uuid`)
    return rows.map(({ rule }) => rule)
  })
}
