/** Customers are shared or transferred many at once, and either is taken back as a whole. */
import { expect, test } from 'vitest'
import { bulk } from '#kernel/bulk/bulk.ts'
import { actorOf, refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { askUndo } from '#kernel/undo/ask-undo.ts'
import { modules } from '#modules/index.ts'
import { Customer, shareCustomer } from '#modules/customers/index.ts'
import { Opportunity, seedPipeline } from '#modules/opportunities/index.ts'
import { Share } from '#modules/people/index.ts'
import { Task } from '#modules/tasks/index.ts'
import { planVisit, Visit } from '#modules/visits/index.ts'
import { transferCustomer } from './index.ts'

const world = useWorld(modules)
const idOf = ({ caller }: Actor) => caller.person.id as never

async function three(seller: Actor, name: string): Promise<string[]> {
  const made: string[] = []
  for (const number of [1, 2, 3])
    made.push((await seller.create(Customer, { name: `${name} ${number}` })).id)
  return made
}

test('by a rule to several, with the open work; taken back by whoever did it', async () => {
  const [from, one, other] = [
    await world().as('sales', 'From'),
    await world().as('sales', 'One'),
    await world().as('sales', 'Other'),
  ]
  await world().within((ctx) => seedPipeline(ctx))
  const ids = await three(from, 'Moved')
  const [first = ''] = ids
  const about = { entity: 'customer', record: first, owner: idOf(from) } as const
  const { id: task } = await world().within((ctx) => ctx.create(Task, { title: 'Call', ...about }))
  const { result } = await from.do(planVisit, first, { plannedOn: '2026-12-01', purpose: 'Talk' })
  const visit = (result as { id: string }).id
  const { id: deal } = await from.create(Opportunity, { name: 'Press', customer: first })
  const { house } = world()
  const manager = await world().as('manager')
  const input = { to: [idOf(one), idOf(other)], rule: 'round', withWork: true }
  const wish = { pick: { ids }, action: transferCustomer, input }
  const trial = await bulk(house, manager.caller, Customer, { ...wish, dryRun: true })
  expect(trial).toMatchObject({ changed: 3, refused: [] })
  const { operation } = await bulk(house, manager.caller, Customer, wish)
  const owners = async () => {
    const rows = await world().program.list(Customer, { where: { id: ids }, sort: 'name' })
    return rows.map(({ owner }) => owner)
  }
  expect(await owners()).toEqual([idOf(one), idOf(other), idOf(one)])
  const work = async () => [
    (await world().program.see(Task, task)).owner,
    (await world().program.see(Visit, visit)).owner,
    (await world().program.see(Opportunity, deal)).owner,
  ]
  expect(await work()).toEqual([idOf(one), idOf(one), idOf(one)])
  await refuses(
    manager.do(transferCustomer, first, { to: [], rule: 'round' }),
    'customer.nobody-to-transfer-to',
  )
  expect(await askUndo(house, manager.caller, operation ?? '', {})).toMatchObject({ conflicts: [] })
  expect(await owners()).toEqual([idOf(from), idOf(from), idOf(from)])
})

test('shared for a purpose until a day, found in one list, withdrawn as a whole', async () => {
  const [seller, mate] = [await world().as('sales', 'Sharer'), await world().as('sales', 'Mate')]
  const ids = await three(seller, 'Shared')
  const { house } = world()
  const input = { person: idOf(mate), purpose: 'Fair in Taipei', untilOn: '2026-12-31' }
  const wish = { pick: { ids }, action: shareCustomer, input }
  const { operation } = await bulk(house, seller.caller, Customer, wish)
  // What is shared with a person is known from her next request on.
  const person = { ...mate.caller.person, shared: ['customer'] }
  const seen = () =>
    actorOf(house, { ...mate.caller, person }).list(Customer, { where: { id: ids } })
  expect(await seen()).toHaveLength(3)
  const shares = await seller.list(Share, { where: { purpose: 'Fair in Taipei' } })
  expect(shares).toHaveLength(3)
  const again = { ...input, untilOn: '2027-01-31' }
  await seller.do(shareCustomer, ids[0] ?? '', again)
  expect(await seller.list(Share, { where: { purpose: 'Fair in Taipei' } })).toHaveLength(3)
  const over = { ...input, untilOn: '2020-01-01' }
  await refuses(seller.do(shareCustomer, ids[1] ?? '', over), 'customer.share-over', 'untilOn')
  await refuses(mate.do(shareCustomer, ids[1] ?? '', input), 'record.not-found')
  await askUndo(house, seller.caller, operation ?? '', {})
  // The one that was prolonged since stays.
  expect(await seen()).toHaveLength(1)
})
