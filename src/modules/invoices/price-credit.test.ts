/** A credit at another price lowers what is owed; only at the invoiced price do goods come back. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { sendShipment, shipOrder } from '#modules/shipping/index.ts'
import { confirmedOrder, draftOf, idOf, seeInvoice } from './testing/billing.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from './index.ts'

const world = useWorld(modules)
const see = (id: string) => seeInvoice(world(), id)
const seeOrder = (id: string) => world().program.see(Order, id)
const issue = (id: string) => world().program.do(issueInvoice, id)
const undo = { reason: 'Typed wrongly' }

/** An order of that many, sent and invoiced. */
async function delivered(quantity: string, more = {}) {
  const shop = await openShop(world(), [{ onHand: '50', unitCost: '40' }])
  const order = await confirmedOrder(shop, [quantity], more)
  const shipment = idOf(await shop.keeper.do(shipOrder, order.id))
  await shop.keeper.do(sendShipment, shipment)
  const draft = await draftOf(world(), order.id)
  await issue(draft.id)
  return { order: order.id, invoice: draft.id }
}

const draftCredit = async (invoice: string) =>
  see(idOf(await world().program.do(creditInvoice, invoice)))

async function credited(invoice: string, change: object): Promise<Invoice> {
  const { id, lines } = await draftCredit(invoice)
  await world().program.update(Invoice, id, { lines: [{ ...lines[0], ...change }], freight: null })
  await issue(id)
  return see(id)
}

test('a lower price gives money back and leaves the goods invoiced', async () => {
  const { order, invoice } = await delivered('4')
  expect(await seeOrder(order)).toMatchObject({ status: 'closed' })
  const goodwill = await credited(invoice, { unitPrice: '10' })
  expect(goodwill).toMatchObject({ total: '42', lines: [{ takenBack: '0' }] })
  const after = await seeOrder(order)
  expect(after).toMatchObject({ status: 'closed', lines: [{ invoicedQuantity: '4' }] })
  await refuses(draftOf(world(), order), 'invoice.nothing-open')
  expect(await see(invoice)).toMatchObject({
    open: '378',
    credited: '42',
    lines: [{ creditedQuantity: '0', creditedAmount: '42' }],
  })
  expect(await checkBooks(world())).toEqual([])
})

test('what an invoice still stands for is credited at the price that is left', async () => {
  const { order, invoice } = await delivered('4')
  await credited(invoice, { unitPrice: '10' })
  const rest = await draftCredit(invoice)
  expect(rest).toMatchObject({ total: '378', lines: [{ quantity: '4', unitPrice: '90' }] })
  await world().program.update(Invoice, rest.id, { lines: [{ ...rest.lines[0], quantity: '1' }] })
  await issue(rest.id)
  expect((await seeOrder(order)).lines[0]).toMatchObject({ invoicedQuantity: '3' })
  const last = await draftCredit(invoice)
  expect(last).toMatchObject({ total: '283.5', lines: [{ quantity: '3', unitPrice: '90' }] })
  await issue(last.id)
  expect(await see(invoice)).toMatchObject({ open: '0', credited: '420', status: 'paid' })
  expect(await seeOrder(order)).toMatchObject({
    status: 'shipped',
    lines: [{ invoicedQuantity: '0' }],
  })
  await refuses(draftCredit(invoice), 'invoice.all-credited')
  expect(await checkBooks(world())).toEqual([])
})

test('a voided credit gives back exactly what it took, money or goods', async () => {
  const { order, invoice } = await delivered('4')
  const goods = await credited(invoice, { quantity: '1' })
  const goodwill = await credited(invoice, { unitPrice: '10', quantity: '2' })
  for (const { id } of [goods, goodwill]) {
    await world().program.do(voidInvoice, id, {}, undo)
    expect(await checkBooks(world())).toEqual([])
  }
  const line = { creditedQuantity: '0', creditedAmount: '0' }
  expect(await see(invoice)).toMatchObject({ open: '420', credited: '0', lines: [line] })
  expect((await seeOrder(order)).lines[0]).toMatchObject({ invoicedQuantity: '4' })
})

test('another tax, discount, product or tax mode is no way to take goods back', async () => {
  const { order, invoice } = await delivered('4')
  for (const change of [{ taxPercent: '0' }, { discountPercent: '50' }]) {
    const credit = await credited(invoice, { quantity: '1', ...change })
    expect(credit.lines[0]?.takenBack).toBe('0')
  }
  const { id, lines } = await draftCredit(invoice)
  const patch = { priceIncludesTax: true, lines: [{ ...lines[0], quantity: '1' }] }
  await world().program.update(Invoice, id, patch)
  await issue(id)
  expect((await seeOrder(order)).lines[0]).toMatchObject({ invoicedQuantity: '4' })
  expect(await checkBooks(world())).toEqual([])
})

test('freight is credited once, also when all lines are credited before', async () => {
  const { order, invoice } = await delivered('4', { freight: '60', freightTaxPercent: '5' })
  await credited(invoice, {})
  const rest = await draftCredit(invoice)
  expect(rest).toMatchObject({ lines: [], freight: '60', total: '63' })
  await world().program.update(Invoice, rest.id, { freight: '60.01' })
  await refuses(issue(rest.id), 'invoice.more-than-freight', 'freight')
  await world().program.update(Invoice, rest.id, { freight: '20' })
  await issue(rest.id)
  const last = await draftCredit(invoice)
  expect(last).toMatchObject({ freight: '40', total: '42' })
  await issue(last.id)
  await refuses(draftCredit(invoice), 'invoice.all-credited')
  expect(await see(invoice)).toMatchObject({ open: '0', creditedFreight: '63' })
  expect(await draftOf(world(), order)).toMatchObject({ freight: '60', total: '483' })
  expect(await checkBooks(world())).toEqual([])
})
