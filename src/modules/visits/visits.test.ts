/** A visit is planned, checked in, and finished with the contact record that it brings. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { checkIn, finishVisit, orderDay, planVisit, Visit } from './index.ts'

const world = useWorld(modules)
const at = (lat: number, lng = 121.5) => ({ country: 'TW', city: '臺北市', lat, lng })

async function planned(name: string, lat: number, day = '2026-11-23') {
  const seller = await world().as('sales', name.split(' ')[0])
  const { id: customer } = await seller.create(Customer, { name, address: at(lat) })
  const { result } = await seller.do(planVisit, customer, { plannedOn: day, purpose: 'Talk' })
  const { id } = result as { id: string }
  return { seller, customer, id }
}

test('checked in at the place, finished with a contact record; the customer knows', async () => {
  const { seller, customer, id } = await planned('Ann One', 25)
  expect(await seller.see(Visit, id)).toMatchObject({ status: 'planned', place: at(25) })
  const arrived = '2026-11-23T01:00:00.000Z'
  await seller.do(checkIn, id, { at: arrived, where: at(25.001) })
  const there = await seller.see(Visit, id)
  expect(there).toMatchObject({ status: 'there', checkedInAt: arrived, apart: 111 })
  await seller.do(finishVisit, id, {
    at: '2026-11-23T01:45:00.000Z',
    summary: 'Wants two sets',
    nextOn: '2026-11-27',
  })
  const done = await seller.see(Visit, id)
  expect(done.status).toBe('done')
  expect(await seller.see(Interaction, done.interaction ?? '')).toMatchObject({
    customer,
    kind: 'visit',
    happenedAt: arrived,
    minutes: 45,
    summary: 'Wants two sets',
  })
  expect(await seller.see(Customer, customer)).toMatchObject({
    lastContactAt: arrived,
    nextContactOn: '2026-11-27',
  })
})

test('nobody arrives in the future or leaves before arriving', async () => {
  const { seller, id } = await planned('Ann Two', 25)
  await refuses(seller.do(checkIn, id, { at: '2026-12-01T00:00:00.000Z' }), 'visit.in-future')
  await seller.do(checkIn, id, { at: '2026-11-23T01:00:00.000Z' })
  const early = { at: '2026-11-23T00:30:00.000Z', summary: 'Short' }
  await refuses(seller.do(finishVisit, id, early), 'visit.left-before-arrival')
})

test('the visits of a day get turns along a short way, those without a place last', async () => {
  const day = '2026-12-01'
  const first = await planned('Bob Far', 25.2, day)
  const near = await planned('Bob Near', 25.05, day)
  const middle = await planned('Bob Middle', 25.1, day)
  const { seller } = near
  const { id: nowhere } = await seller.create(Customer, { name: 'Nowhere' })
  const { result } = await seller.do(planVisit, nowhere, { plannedOn: day, purpose: 'Talk' })
  const all = [near.id, middle.id, first.id, (result as { id: string }).id] as never[]
  await seller.do(orderDay, null, { visits: all.toReversed(), start: at(25) })
  const turns = await Promise.all(
    all.map(async (id) => {
      const { turn, way } = await seller.see(Visit, id)
      return [turn, way && Math.round(way / 1000)]
    }),
  )
  expect(turns).toEqual([
    [1, 6],
    [2, 6],
    [3, 11],
    [4, null],
  ])
  const ann = await world().as('sales', 'Ann')
  await refuses(ann.do(orderDay, null, { visits: all }), 'field.no-such-record', 'visits')
})
