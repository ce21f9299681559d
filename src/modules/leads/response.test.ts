/** A new lead is answered within its target, or those who should are told; once. */
import { expect, test } from 'vitest'
import { User } from '#kernel/access/user.entity.ts'
import { sql } from '#kernel/db/sql.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { useWorld, type Actor } from '#kernel/testing/world.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { modules } from '#modules/index.ts'
import {
  Opportunity,
  Pipeline,
  PipelineStage,
  winOpportunity,
} from '#modules/opportunities/index.ts'
import {
  conversionByCampaign,
  convertLead,
  escalateLeads,
  Lead,
  ResponseTarget,
  responseTimes,
} from './index.ts'

const world = useWorld(modules)
const me = ({ caller }: Actor) => caller.person.id ?? ''
/** A Friday, ten o'clock in Taipei. */
const friday = '2026-12-04T02:00:00.000Z'

function at(now: string): void {
  world().clock.now = new Date(now)
}

async function escalate(): Promise<void> {
  const { house, tenant, clock } = world()
  await escalateLeads.run(house, jobCall({ tenant, now: clock.now }))
}

function toldOf(record: string): Promise<{ person: string; facts: unknown }[]> {
  return world().within((ctx) =>
    ctx.sql(sql`select n.person, n.facts from notification n where n.tenant = ${ctx.tenant}
      and n.record = ${record}::uuid and n.rule = 'lead.unanswered' order by n.person`),
  )
}

test('by the target of the source, or that of all others, on workdays', async () => {
  const [seller, manager] = [await world().as('sales'), await world().as('manager')]
  at(friday)
  const { id: without } = await seller.create(Lead, { name: 'Before' })
  await manager.create(ResponseTarget, { name: 'All', hours: 24 })
  await manager.create(ResponseTarget, { name: 'Site', hours: 4, source: 'website' })
  const { id: site } = await seller.create(Lead, { name: 'Site', source: 'website' })
  const { id: fair } = await seller.create(Lead, { name: 'Fair', source: 'fair' })
  expect(await seller.see(Lead, without)).toMatchObject({ respondBy: null })
  expect(await seller.see(Lead, site)).toMatchObject({ respondBy: '2026-12-04T06:00:00.000Z' })
  // Saturday and Sunday nobody works.
  expect(await seller.see(Lead, fair)).toMatchObject({ respondBy: '2026-12-07T02:00:00.000Z' })
})

test('who is late is told with the superior, once; an answer ends it', async () => {
  const [seller, lead] = [await world().as('sales'), await world().as('sales-lead')]
  await world().within((ctx) => ctx.save(User, me(seller), { reportsTo: me(lead) }))
  at(friday)
  const { id: late } = await seller.create(Lead, { name: 'Late', source: 'website' })
  const { id: answered } = await seller.create(Lead, { name: 'Answered', source: 'website' })
  const { id: nobodys } = await lead.create(Lead, { name: 'New', source: 'website', owner: null })
  at('2026-12-04T03:00:00.000Z')
  await seller.create(Interaction, { lead: answered, summary: '已回電' })
  expect(await seller.see(Lead, answered)).toMatchObject({
    answeredAt: '2026-12-04T03:00:00.000Z',
  })
  await escalate()
  expect(await toldOf(late)).toEqual([])
  at('2026-12-04T06:00:00.000Z')
  await escalate()
  await escalate()
  const facts = { by: '2026-12-04 14:00' }
  const both = [me(seller), me(lead)].toSorted()
  expect(await toldOf(late)).toEqual(both.map((person) => ({ person, facts })))
  expect(await toldOf(answered)).toEqual([])
  expect((await toldOf(nobodys)).map(({ person }) => person)).toContain(me(lead))
  at('2026-12-04T08:00:00.000Z')
  await seller.create(Interaction, { lead: late, summary: '遲了' })
  const rows = await (await world().as('manager')).report(responseTimes)
  expect(rows.find(({ salesperson }) => salesperson === me(seller))).toMatchObject({
    leads: 5,
    answered: 2,
    inTime: 1,
    late: 2,
    waiting: 3,
    hours: '3.5',
  })
})

test('a campaign shows what was converted and won of what came in', async () => {
  const [seller, manager] = [await world().as('sales'), await world().as('manager')]
  const pipeline = await world().program.create(Pipeline, { name: 'Usual' })
  const stage = { pipeline: pipeline.id, name: 'First', position: 1 }
  await world().program.create(PipelineStage, stage)
  const campaign = { source: 'fair', campaign: '春季展', phone: '02-2712-8899' } as const
  const { id } = await seller.create(Lead, { ...campaign, name: 'One', estimate: '5000' })
  await seller.create(Lead, { ...campaign, name: 'Two', phone: '02-2712-8800' })
  await seller.do(convertLead, id, { withOpportunity: true })
  const { opportunity } = await seller.see(Lead, id)
  await seller.do(winOpportunity, opportunity ?? '', {})
  expect((await seller.see(Opportunity, opportunity ?? '')).status).toBe('won')
  const of = async (actor: Actor, params = {}) =>
    (await actor.report(conversionByCampaign, params)).find((row) => row['campaign'] === '春季展')
  expect(await of(manager)).toMatchObject({ leads: 2, converted: 1, rate: '50.0', won: 1 })
  expect(await of(manager, { from: '2027-01-01' })).toBeUndefined()
  expect(Object.keys((await of(await world().as('marketer'))) ?? {})).not.toContain('won')
})
