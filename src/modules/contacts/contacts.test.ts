/** A word with a customer moves the day of the next one, and a lead's guidance is told. */
import { expect, test } from 'vitest'
import { jobCall } from '#kernel/testing/job-call.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { merge } from '#kernel/merge/merge.ts'
import { sql } from '#kernel/db/sql.ts'
import { undo } from '#kernel/undo/undo.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Comment } from '#modules/notes/index.ts'
import { Cadence, Interaction, refreshCadencesJob, reviewInteraction } from './index.ts'

const world = useWorld(modules)
const talk = { kind: 'call', summary: 'Wants a price' } as const

async function customerOf(name: string) {
  const seller = await world().as('sales')
  const { id } = await seller.create(Customer, { name, level: 'A' })
  const facts = async () => {
    const { lastContactAt, nextContactOn } = await seller.see(Customer, id)
    return [lastContactAt, nextContactOn]
  }
  return { seller, id, facts }
}

test('the newest record says when the customer was last spoken to, and when next', async () => {
  const { seller, id, facts } = await customerOf('Harbor Books')
  const { version } = await seller.see(Customer, id)
  expect(await facts()).toEqual([null, null])
  const late = { ...talk, customer: id, happenedAt: '2026-11-22T03:00:00.000Z' }
  const { id: newest } = await seller.create(Interaction, { ...late, nextOn: '2026-12-01' })
  const early = { ...late, happenedAt: '2026-11-20T03:00:00.000Z', nextOn: '2026-11-30' }
  await seller.create(Interaction, early)
  expect(await facts()).toEqual([late.happenedAt, '2026-12-01'])
  await seller.update(Interaction, newest, { nextOn: '2026-12-05' })
  expect(await facts()).toEqual([late.happenedAt, '2026-12-05'])
  await world().program.remove(Interaction, newest)
  expect(await facts()).toEqual([early.happenedAt, '2026-11-30'])
  expect(await seller.see(Customer, id)).toMatchObject({ version })
})

test('what has not happened, and a next day that is past, is refused at its field', async () => {
  const { seller, id } = await customerOf('Ming Yang')
  const write = (draft: object) => seller.create(Interaction, { ...talk, customer: id, ...draft })
  const future = await refuses(
    write({ happenedAt: '2026-11-24T03:00:00.000Z' }),
    'interaction.in-future',
  )
  expect(future.field).toBe('happenedAt')
  await refuses(write({ nextOn: '2026-11-01' }), 'interaction.next-is-past')
})

test('where nothing was agreed the strictest cadence that fits sets the day', async () => {
  const { seller, id, facts } = await customerOf('Sunrise Tools')
  const lead = await world().as('sales-lead')
  await lead.create(Cadence, { name: 'All', everyDays: 60 })
  const { id: strict } = await lead.create(Cadence, {
    name: 'Level A',
    everyDays: 7,
    customers: { level: 'A' },
  })
  const run = () => {
    const { house, tenant, clock } = world()
    return refreshCadencesJob.run(house, jobCall({ tenant, now: clock.now }))
  }
  await run()
  expect(await facts()).toEqual([null, '2026-11-30'])
  await seller.create(Interaction, {
    ...talk,
    customer: id,
    happenedAt: '2026-11-18T03:00:00.000Z',
  })
  expect(await facts()).toEqual(['2026-11-18T03:00:00.000Z', '2026-11-25'])
  world().clock.now = new Date('2026-11-25T02:00:00Z')
  const where = { owner: 'me', nextContactOn: { within: 'until-today' } }
  expect(await seller.list(Customer, { where })).toEqual([expect.objectContaining({ id })])
  world().clock.now = new Date('2026-11-23T02:00:00Z')
  await lead.update(Cadence, strict, { active: false })
  await run()
  expect(await facts()).toEqual(['2026-11-18T03:00:00.000Z', '2027-01-17'])
  await refuses(
    lead.create(Cadence, { name: 'Broken', everyDays: 3, customers: { nothing: 1 } }),
    'input.invalid',
  )
})

test('a lead reviews; guidance stands on the timeline and the one who spoke is told', async () => {
  const { seller, id } = await customerOf('Blue Ocean')
  const lead = await world().as('sales-lead')
  await world().within(async (ctx) => {
    ctx.send(sql`update "user" set reports_to = ${lead.caller.person.id}::uuid
      where tenant = ${ctx.tenant} and id = ${seller.caller.person.id}::uuid`)
  })
  const { id: record } = await seller.create(Interaction, { ...talk, customer: id })
  await refuses(seller.do(reviewInteraction, record, { guidance: 'Fine' }), 'action.not-allowed')
  const boss = await world().as('sales-lead', 'again')
  const manager = await world().as('manager')
  await refuses(boss.do(reviewInteraction, record, { guidance: 'x' }), 'record.not-found')
  await manager.do(reviewInteraction, record, { guidance: 'Offer the larger size' })
  expect(await seller.see(Interaction, record)).toMatchObject({
    reviewedBy: manager.caller.person.id,
  })
  const said = await seller.list(Comment, { where: { entity: 'interaction', record } })
  expect(said).toEqual([expect.objectContaining({ text: 'Offer the larger size' })])
})

test('a merge brings the records along, and its undo takes them back', async () => {
  const [one, other] = [await customerOf('Twin'), await customerOf('Twin again')]
  const at = '2026-11-21T03:00:00.000Z'
  await other.seller.create(Interaction, { ...talk, customer: other.id, happenedAt: at })
  const { program, house } = world()
  const wish = { keep: one.id, drop: [other.id], take: {} }
  const { operation } = await merge(house, program.caller, Customer, wish)
  expect((await one.facts())[0]).toBe(at)
  await undo(house, program.caller, operation ?? '', {})
  expect([(await one.facts())[0], (await other.facts())[0]]).toEqual([null, at])
})
