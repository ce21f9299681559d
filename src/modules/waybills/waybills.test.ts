/** From a shipment to the customer's door: what a waybill carries, how it ends, and who sees it. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Invoice, invoiceOrder, issueInvoice } from '#modules/invoices/index.ts'
import { Order } from '#modules/orders/index.ts'
import { Shipment } from '#modules/shipping/index.ts'
import { list } from '#kernel/query/list.ts'
import { sightOf } from '#kernel/action/caller.ts'
import {
  deliverWaybill,
  deliveriesOnTime,
  failWaybill,
  makeWaybill,
  noteStation,
  reopenWaybill,
  returnWaybill,
  sendWaybillAgain,
  Waybill,
  WaybillEvent,
} from './index.ts'
import { idOf, openParcels, sentOut } from './testing/parcels.ts'

const world = useWorld(modules)
const see = (id: string) => world().program.see(Waybill, id)
const events = async (waybill: string) => {
  const rows = await world().program.list(WaybillEvent, { where: { waybill }, sort: 'createdAt' })
  return rows.map(({ what }) => what)
}

test('a waybill is made of a shipment, with its orders and their invoices', async () => {
  const shop = await openParcels(world())
  const { orders, shipment } = await sentOut(shop, 2)
  const [first = ''] = orders
  const invoice = idOf(await shop.seller.do(invoiceOrder, first))
  await shop.seller.do(issueInvoice, invoice)
  const input = { carrier: '黑貓宅急便', trackingNumber: 'TC-900123', promisedOn: '2026-11-25' }
  const id = idOf(await shop.keeper.do(makeWaybill, shipment, input))
  const waybill = await see(id)
  const { customer, seller } = shop
  expect(waybill).toMatchObject({ number: 'TC-900123', status: 'underway', customer })
  expect(waybill.owner).toBe(seller.caller.person.id)
  expect(waybill.lines.map((line) => [line.shipment, line.order, line.invoice])).toEqual([
    [shipment, first, invoice],
    [shipment, orders[1], null],
  ])
  expect(waybill.trackingKey).toMatch(/^[\w-]{43}$/u)
  expect(await world().program.see(Shipment, shipment)).toMatchObject({
    carrier: '黑貓宅急便',
    trackingNumber: 'TC-900123',
  })
  for (const [entity, record] of [
    [Order, orders[1]],
    [Shipment, shipment],
    [Invoice, invoice],
  ] as const) {
    const where = { [`lines.${entity.name}`]: record ?? '' }
    expect(await shop.seller.list(Waybill, { where })).toMatchObject([{ id }])
  }
  // The invoice is carried; a second parcel of the shipment names it no more.
  const again = { ...input, trackingNumber: 'TC-900124' }
  const { lines } = await see(idOf(await shop.keeper.do(makeWaybill, shipment, again)))
  expect(lines.map((line) => line.invoice)).toEqual([null, null])
})

test('it is found by its number, also in a part of a search', async () => {
  const shop = await openParcels(world())
  const id = await shop.parcel({ number: 'SF 7700 881' })
  const { house } = world()
  const sight = await sightOf(house, shop.seller.caller)
  const found = await list(house.database, sight, Waybill, { where: { search: '7700 881' } })
  expect(found.rows.map((row) => row.id)).toEqual([id])
})

test('what it carries is of its customer, and every line carries something', async () => {
  const shop = await openParcels(world())
  const { shipment } = await sentOut(shop, 1)
  const other = await openParcels(world())
  const theirs = await sentOut(other, 1)
  const invoice = idOf(await other.seller.do(invoiceOrder, theirs.orders[0] ?? ''))
  const made = (lines: object[]) => shop.parcel({ lines: [{ shipment }, ...lines] })
  await refuses(made([{ invoice }]), 'waybill.invoice-of-another', 'lines.1.invoice')
  const foreign = made([{ shipment: theirs.shipment }])
  await refuses(foreign, 'waybill.shipment-of-another', 'lines.1.shipment')
  await refuses(made([{}]), 'waybill.carries-nothing', 'lines.1.shipment')
  const id = await made([])
  const change = (patch: object) => world().program.update(Waybill, id, patch)
  await refuses(change({ customer: other.customer }), 'waybill.shipment-of-another')
  await refuses(change({ lines: [{ invoice }] }), 'waybill.invoice-of-another', 'lines.0.invoice')
})

test('one number is underway once with a carrier; nothing arrives before it is sent', async () => {
  const shop = await openParcels(world())
  const id = await shop.parcel({ number: 'HCT-1' })
  await refuses(
    shop.parcel({ number: 'HCT-1', carrier: 'ｈｃｔ' }),
    'waybill.number-runs',
    'number',
  )
  await shop.parcel({ number: 'HCT-1', carrier: 'SF' })
  const early = shop.parcel({ number: 'HCT-2', promisedOn: '2026-11-01' })
  await refuses(early, 'waybill.expected-before-sent', 'promisedOn')
  await shop.keeper.do(deliverWaybill, id)
  await shop.parcel({ number: 'HCT-1' })
})

test('it goes its way: written down, failed, sent again, delivered late', async () => {
  const shop = await openParcels(world())
  const id = await shop.parcel({ number: 'W-1', sentOn: '2026-11-16', promisedOn: '2026-11-18' })
  const { keeper, seller } = shop
  const service = await world().as('service')
  await service.do(noteStation, id, { what: 'depot', place: '台中轉運站', on: '2026-11-17' })
  const later = keeper.do(noteStation, id, { on: '2026-12-24' })
  await refuses(later, 'waybill.happens-later', 'on')
  const absent = { failureReason: 'absent', failureNote: '按鈴無人應門', on: '2026-11-18' } as const
  await keeper.do(failWaybill, id, absent)
  expect(await see(id)).toMatchObject({ status: 'failed', failureReason: 'absent' })
  await keeper.do(sendWaybillAgain, id, { on: '2026-11-19' })
  expect(await see(id)).toMatchObject({ promisedOn: '2026-11-18', failureReason: null })
  const early = keeper.do(deliverWaybill, id, { on: '2026-11-01' })
  await refuses(early, 'waybill.happens-before', 'on')
  await seller.do(deliverWaybill, id, { on: '2026-11-20', signedBy: '王小姐' })
  const arrived = { status: 'delivered', signedBy: '王小姐', daysTaken: 4, daysLate: 2 }
  expect(await see(id)).toMatchObject(arrived)
  const way = ['sent', 'depot', 'failed', 'again', 'delivered']
  expect(await events(id)).toEqual(way)
  await refuses(seller.update(Waybill, id, { carrier: 'Another' }), 'record.locked')
  await seller.do(reopenWaybill, id, {}, { reason: 'The other parcel was meant' })
  expect(await see(id)).toMatchObject({ status: 'underway', deliveredOn: null, daysLate: null })
  await keeper.do(returnWaybill, id)
  await refuses(keeper.do(deliverWaybill, id), 'action.wrong-state')
})

test('another salesperson does not see it; store, service, finance and the lead do', async () => {
  const shop = await openParcels(world())
  const id = await shop.parcel({ number: 'R-1' })
  const stranger = await world().as('sales', 'Stranger')
  await refuses(stranger.see(Waybill, id), 'record.not-found')
  const [event] = await world().program.list(WaybillEvent, { where: { waybill: id } })
  await refuses(stranger.see(WaybillEvent, event?.id ?? ''), 'record.not-found')
  for (const role of ['storekeeper', 'manager', 'service', 'finance'])
    expect(await (await world().as(role)).see(Waybill, id)).toMatchObject({ number: 'R-1' })
  expect(await shop.seller.see(WaybillEvent, event?.id ?? '')).toMatchObject({ what: 'sent' })
  const service = await world().as('service')
  await refuses(service.do(deliverWaybill, id), 'action.not-allowed')
  await refuses((await world().as('finance')).do(noteStation, id), 'action.not-allowed')
})

test('who does not see invoices keeps those on a waybill when changing its lines', async () => {
  const shop = await openParcels(world())
  const { orders, shipment } = await sentOut(shop, 1)
  const invoice = idOf(await shop.seller.do(invoiceOrder, orders[0] ?? ''))
  const id = await shop.parcel({ lines: [{ shipment, invoice }] })
  const { lines } = await shop.keeper.see(Waybill, id)
  expect(Object.keys(lines[0] ?? {})).not.toContain('invoice')
  await shop.keeper.update(Waybill, id, { lines: [{ id: lines[0]?.id ?? null, shipment }] })
  expect((await see(id)).lines).toMatchObject([{ shipment, invoice, order: orders[0] }])
})

test('a report says of each carrier what came in time', async () => {
  const shop = await openParcels(world())
  const carrier = 'Blue Van'
  const month = { sentOn: '2026-11-02', promisedOn: '2026-11-04', carrier }
  const [good, bad, lost] = [
    await shop.parcel({ ...month, number: 'B-1' }),
    await shop.parcel({ ...month, number: 'B-2' }),
    await shop.parcel({ ...month, number: 'B-3' }),
  ]
  await shop.parcel({ ...month, number: 'B-4' })
  await shop.keeper.do(deliverWaybill, good, { on: '2026-11-04' })
  await shop.keeper.do(deliverWaybill, bad, { on: '2026-11-07' })
  await shop.keeper.do(failWaybill, lost, { failureReason: 'missing', on: '2026-11-04' })
  const rows = await shop.seller.report(deliveriesOnTime, { until: '2026-11-23' })
  expect(rows.find((row) => row['carrier'] === carrier)).toMatchObject({
    month: '2026-11',
    sent: 4,
    onTime: 1,
    late: 2,
    failed: 1,
    averageDays: '3.5',
  })
})

test('the salesperson is that of the customer, where a shipment is nobody’s', async () => {
  const shop = await openParcels(world())
  const { shipment } = await sentOut(shop, 1)
  await world().within((ctx) => ctx.save(Shipment, shipment, { owner: null }))
  const input = { carrier: 'SF', trackingNumber: 'N-1' }
  const { owner } = await see(idOf(await shop.keeper.do(makeWaybill, shipment, input)))
  expect(owner).toBe((await world().program.see(Customer, shop.customer)).owner)
})
