/** An opportunity goes from stage to stage when it may, and ends won or lost, with its course. */
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Product } from '#modules/products/index.ts'
import {
  enterStage,
  loseOpportunity,
  Opportunity,
  OpportunityStage,
  Pipeline,
  PipelineStage,
  refreshScoresJob,
  reopenOpportunity,
  winOpportunity,
} from './index.ts'

const world = useWorld(modules)
const talk = { kind: 'call', summary: 'Wants a price', happenedAt: '2026-11-20T03:00:00.000Z' }

/** A pipeline of three stages: the second asks for a talk, the third for who decides and more. */
async function pipelineOf(name: string) {
  const lead = await world().as('sales-lead')
  const { id: pipeline } = await lead.create(Pipeline, { name, stallDays: 10 })
  const stage = (draft: object) => lead.create(PipelineStage, { pipeline, ...draft })
  const first = await stage({ name: 'Enquiry', position: 1, probability: '10' })
  const second = await stage({
    name: 'Needs',
    position: 2,
    probability: '40',
    stallDays: 5,
    checklist: ['Who decides?'],
    criteria: [{ fact: 'talks', atLeast: 1, days: 7 }],
  })
  const third = await stage({
    name: 'Offer',
    position: 3,
    probability: '70',
    criteria: [
      { fact: 'deciders' },
      { fact: 'products', atLeast: 2 },
      { fact: 'checks', atLeast: 100 },
    ],
  })
  return { pipeline, stages: [first.id, second.id, third.id] as const }
}

async function opportunityOf(name: string, draft: object = {}) {
  const seller = await world().as('sales')
  const { pipeline, stages } = await pipelineOf(name)
  const { id: customer } = await seller.create(Customer, { name })
  const given = { name, customer, pipeline, estimate: '1000', expectedOn: '2026-12-20', ...draft }
  const { id } = await seller.create(Opportunity, given)
  const see = () => seller.see(Opportunity, id)
  const course = async () =>
    (await seller.list(OpportunityStage, { where: { opportunity: id }, sort: 'enteredOn' })).map(
      ({ stage, enteredOn, leftOn, outcome }) => [
        stages.indexOf(stage),
        enteredOn,
        leftOn,
        outcome,
      ],
    )
  return { seller, customer, pipeline, stages, id, see, course }
}

test('it begins in the first stage, with its probability and what is to be expected', async () => {
  const { stages, see, course } = await opportunityOf('Harbor Books')
  expect(await see()).toMatchObject({
    stage: stages[0],
    amount: '1000',
    probability: '10',
    expected: '100',
    enteredStageOn: '2026-11-23',
    stallsOn: '2026-12-03',
    status: 'open',
  })
  expect(await course()).toEqual([[0, '2026-11-23', null, null]])
})

test('a stage is entered when its criteria hold; each that does not is named', async () => {
  const { seller, customer, stages, id, see, course } = await opportunityOf('Ming Yang')
  const early = await refuses(seller.do(enterStage, id), 'opportunity.criteria-not-met')
  expect(early.facts).toMatchObject({
    stage: 'Needs',
    missing: [
      {
        rule: 'opportunity.lacks-lately',
        facts: { by: 'Recent contact records', needed: 1, found: 0, days: 7 },
      },
    ],
  })
  await seller.create(Interaction, { ...talk, kind: 'call', customer })
  world().clock.now = new Date('2026-11-25T02:00:00Z')
  await seller.do(enterStage, id)
  const inNeeds = await see()
  expect(inNeeds).toMatchObject({ stage: stages[1], probability: '40', stallsOn: '2026-11-30' })
  expect(inNeeds.checks).toEqual([expect.objectContaining({ item: 'Who decides?', done: false })])
  const { facts } = await refuses(
    seller.do(enterStage, id, { to: stages[2] }),
    'opportunity.criteria-not-met',
  )
  expect((facts.missing as { facts: object }[]).map((one) => one.facts)).toMatchObject([
    { by: 'Contacts who decide' },
    { by: 'Products', needed: 2, found: 0 },
    { by: 'Checklist done, percent', needed: 100, found: 0 },
  ])
  await seller.create(Contact, { customer, name: 'Chen', role: 'decides' })
  const lead = await world().as('sales-lead')
  const [one, two] = [
    await lead.create(Product, { code: 'M1', name: 'Machine', price: '300' }),
    await lead.create(Product, { code: 'M2', name: 'Service', price: '50' }),
  ]
  const line = { quantity: '2', unitPrice: '300' }
  await seller.update(Opportunity, id, {
    products: [
      { product: one.id, ...line },
      { product: two.id, quantity: '3', unitPrice: '50' },
    ],
    checks: inNeeds.checks.map(({ id: check, item }) => ({ id: check, item, done: true })),
  })
  await seller.do(enterStage, id)
  expect(await see()).toMatchObject({ stage: stages[2], amount: '750', expected: '525' })
  await refuses(seller.do(enterStage, id), 'opportunity.last-stage')
  await refuses(seller.do(enterStage, id, { to: stages[2] }), 'opportunity.is-there')
  const other = await pipelineOf('Other pipeline')
  await refuses(seller.do(enterStage, id, { to: other.stages[1] }), 'opportunity.other-pipeline')
  expect(await course()).toEqual([
    [0, '2026-11-23', '2026-11-25', 'moved'],
    [1, '2026-11-25', '2026-11-25', 'moved'],
    [2, '2026-11-25', null, null],
  ])
  world().clock.now = new Date('2026-11-23T02:00:00Z')
})

test('the score adds up what is known, and a stage that lasts too long stands still', async () => {
  const { seller, customer, see } = await opportunityOf('Sunrise Tools')
  expect(await see()).toMatchObject({ score: 25, amountPoints: 15, closePoints: 10 })
  const { version } = await see()
  await seller.create(Interaction, { ...talk, kind: 'call', customer })
  const { id: chief } = await seller.create(Contact, { customer, name: 'Lin', role: 'decides' })
  expect(await see()).toMatchObject({ score: 60, contactPoints: 20, deciderPoints: 15, version })
  await seller.update(Contact, chief, { role: 'uses' })
  expect(await see()).toMatchObject({ score: 45, stalled: false })
  const run = (day: string) => {
    const { house, tenant } = world()
    return refreshScoresJob.run(house, jobCall({ tenant, now: new Date(`${day}T02:00:00Z`) }))
  }
  await run('2026-12-03')
  expect(await see()).toMatchObject({ stalled: false })
  await run('2026-12-28')
  expect(await see()).toMatchObject({ stalled: true, score: 25, contactPoints: 0, version })
})

test('a stage that is passed over is not gone round; on the way back none is', async () => {
  const { seller, customer, stages, id, see } = await opportunityOf('Hasty')
  const { facts } = await refuses(
    seller.do(enterStage, id, { to: stages[2] }),
    'opportunity.criteria-not-met',
  )
  expect(facts).toMatchObject({ stage: 'Offer' })
  expect((facts.missing as { facts: object }[]).map((one) => one.facts)).toMatchObject([
    { by: 'Recent contact records' },
    { by: 'Contacts who decide' },
    { by: 'Products' },
  ])
  await seller.create(Interaction, { ...talk, kind: 'call', customer })
  await seller.do(enterStage, id)
  await seller.do(enterStage, id, { to: stages[0] })
  expect(await see()).toMatchObject({ stage: stages[0], probability: '10' })
})

test('it is won, lost for a reason, and taken up again', async () => {
  const { seller, id, see, course } = await opportunityOf('Blue Ocean')
  await refuses(seller.do(loseOpportunity, id, {}), 'input.invalid')
  const later = { lossReason: 'price', on: '2026-11-24' } as const
  await refuses(seller.do(loseOpportunity, id, later), 'opportunity.closes-later')
  const before = { ...later, on: '2026-11-22' }
  await refuses(seller.do(loseOpportunity, id, before), 'opportunity.closes-before')
  await seller.do(loseOpportunity, id, { ...later, on: '2026-11-23', lostTo: 'Rival' })
  expect(await see()).toMatchObject({
    status: 'lost',
    lossReason: 'price',
    lostTo: 'Rival',
    probability: '0',
    expected: '0',
  })
  await refuses(seller.update(Opportunity, id, { source: 'Fair' }), 'record.locked')
  await refuses(seller.do(reopenOpportunity, id), 'action.reason-needed')
  await seller.do(reopenOpportunity, id, {}, { reason: 'They called again' })
  expect(await see()).toMatchObject({ status: 'open', closedOn: null, probability: '10' })
  await seller.do(winOpportunity, id, { winReason: 'quality' })
  expect(await see()).toMatchObject({ status: 'won', closedOn: '2026-11-23', expected: '1000' })
  expect((await course()).map(([, , left, outcome]) => [left, outcome])).toEqual(
    expect.arrayContaining([
      ['2026-11-23', 'lost'],
      ['2026-11-23', 'won'],
    ]),
  )
  const { id: nobody } = await seller.create(Opportunity, { name: 'Nobody yet' })
  await refuses(seller.do(winOpportunity, nobody), 'opportunity.customer-missing')
})

test('amounts of another currency need a rate; another pipeline begins at its start', async () => {
  const usd = { currency: 'USD' }
  await refuses(opportunityOf('No rate', usd), 'opportunity.no-rate')
  const { seller, id, see } = await opportunityOf('With rate', { ...usd, rate: '32' })
  expect(await see()).toMatchObject({ amount: '1000', baseAmount: '32000', expected: '3200' })
  await seller.update(Opportunity, id, { ownProbability: '50' })
  expect(await see()).toMatchObject({ probability: '50', expected: '16000' })
  const other = await pipelineOf('Another')
  await seller.update(Opportunity, id, { pipeline: other.pipeline })
  expect(await see()).toMatchObject({ stage: other.stages[0], pipeline: other.pipeline })
  const empty = await (await world().as('manager')).create(Pipeline, { name: 'Empty' })
  await refuses(seller.update(Opportunity, id, { pipeline: empty.id }), 'opportunity.no-stage')
})

test('whoever is in the team sees it, a lead what the team has, others nothing', async () => {
  const { seller, id } = await opportunityOf('Team deal')
  const helper = await world().as('sales', 'Helper')
  const lead = await world().as('sales-lead')
  const seen = async (actor: typeof seller) =>
    (await actor.list(Opportunity, { where: { id } })).length
  expect([await seen(helper), await seen(lead)]).toEqual([0, 0])
  await seller.update(Opportunity, id, { members: [helper.caller.person.id ?? ''] })
  await world().within(async (ctx) => {
    ctx.send(sql`update "user" set reports_to = ${lead.caller.person.id}::uuid
      where tenant = ${ctx.tenant} and id = ${seller.caller.person.id}::uuid`)
  })
  const boss = await world().as('manager')
  expect([await seen(helper), await seen(boss)]).toEqual([1, 1])
})
