/** Whoever opens a document finds the others of its deal, each as far as that person may see it. */
import { beforeAll, expect, test } from 'vitest'
import { sightOf } from '#kernel/action/caller.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { entityMeta } from '#kernel/http/meta.ts'
import { openVoice } from '#kernel/http/voice.ts'
import { chainOf } from '#kernel/query/chain.ts'
import { list } from '#kernel/query/list.ts'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Invoice, creditInvoice, invoiceOrders, issueInvoice } from '#modules/invoices/index.ts'
import { LedgerEntry } from '#modules/ledger/index.ts'
import { confirmOrder, makeOrder, Order } from '#modules/orders/index.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { Product } from '#modules/products/index.ts'
import { Quote } from '#modules/quotes/index.ts'
import { postReceipt, Receipt } from '#modules/receipts/index.ts'
import { GoodsReturn, receiveReturn, takeBack } from '#modules/returns/index.ts'
import { sendShipment, Shipment, shipOrders } from '#modules/shipping/index.ts'

const world = useWorld(modules)
const voice = openVoice({})
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id

let shop: Shop
const made: Record<string, string> = {}

/** Two orders, one of them quoted, go out, are invoiced and paid together; one piece comes back. */
beforeAll(async () => {
  shop = await openShop(world(), [{ onHand: '20', unitCost: '40' }])
  const finance = await world().as('finance')
  const { customer, seller, keeper } = shop
  const line = { product: shop.goods[0] ?? '', quantity: '2', unitPrice: '100', taxPercent: '5' }
  made.quote = (await seller.create(Quote, { customer, lines: [line] })).id
  made.first = idOf(await seller.do(makeOrder, made.quote))
  made.second = (await draftOrder(shop, ['3'])).id
  const orders = [made.first, made.second]
  for (const order of orders) await seller.do(confirmOrder, order)
  made.shipment = idOf(await keeper.do(shipOrders, null, { orders }))
  await keeper.do(sendShipment, made.shipment)
  made.invoice = idOf(await finance.do(invoiceOrders, null, { orders, basis: 'ordered' }))
  await finance.do(issueInvoice, made.invoice)
  const alone = { customer, lines: [{ ...line, product: shop.service }] }
  made.alone = (await finance.create(Invoice, alone)).id
  await finance.do(issueInvoice, made.alone)
  const lines = [
    { invoice: made.invoice, amount: '100' },
    { invoice: made.alone, amount: '10' },
  ]
  made.receipt = (await finance.create(Receipt, { customer, amount: '110', lines })).id
  await finance.do(postReceipt, made.receipt)
  made.goodsReturn = idOf(await keeper.do(takeBack, made.shipment))
  await keeper.do(receiveReturn, made.goodsReturn)
  made.credit = idOf(await finance.do(creditInvoice, made.invoice))
}, 60_000)

/** 'entity by field' → records that the page of this one lists, by their names above. */
async function relatedOf(actor: Actor, entity: Entity, id = '') {
  const sight = await sightOf(world().house, actor.caller)
  const { related } = entityMeta({ sight, speech: voice.in('en') }, entity)
  const found: Record<string, string[]> = {}
  for (const { entity: other, field, where } of related) {
    const of = world().house.registry.entities.get(other) as Entity
    const wish = { where: { ...where, [field]: id } }
    const { rows } = await list(world().house.database, sight, of, wish)
    if (rows.length > 0) found[`${other} by ${field}`] = named(rows.map((row) => row.id))
  }
  return found
}

/** The names above; what was made on the way is only counted. */
function named(ids: string[]): string[] {
  const names = Object.entries(made)
  return ids.map((id) => names.find(([, one]) => one === id)?.[0] ?? '…').sort()
}

async function chain(actor: Actor, entity: Entity, id = ''): Promise<string[]> {
  const sight = await sightOf(world().house, actor.caller)
  const { documents } = await chainOf(world().house.database, sight, entity, id)
  return named(documents.map((document) => document.id))
}

test('each of two orders lists what was sent, invoiced and given back for both', async () => {
  const manager = await world().as('manager')
  for (const order of [made.first, made.second]) {
    expect(await relatedOf(manager, Order, order)).toMatchObject({
      'shipment by lines.order': ['shipment'],
      'invoice by lines.order': ['credit', 'invoice'],
      'goods-return by lines.order': ['goodsReturn'],
    })
  }
})

test('a later invoice of a receipt lists the receipt, goods the papers they stand on', async () => {
  const finance = await world().as('finance')
  const paid = await relatedOf(finance, Invoice, made.alone)
  expect(paid).toMatchObject({ 'receipt by lines.invoice': ['receipt'] })
  const first = await relatedOf(finance, Invoice, made.invoice)
  expect(Object.keys(first)).not.toContain('receipt by invoice')
  const goods = await relatedOf(finance, Product, shop.goods[0])
  expect(goods).toMatchObject({
    'quote by lines.product': ['quote'],
    'order by lines.product': ['first', 'second'],
  })
})

test('documents list what they are in the books', async () => {
  const manager = await world().as('manager')
  expect(await relatedOf(manager, Invoice, made.invoice)).toMatchObject({
    'receivable by record': ['…'],
    'ledger-entry by record': ['…'],
  })
  expect(await relatedOf(manager, Shipment, made.shipment)).toMatchObject({
    'stock-move by record': ['…', '…'],
    'ledger-entry by record': ['…'],
  })
  expect(await relatedOf(manager, Receipt, made.receipt)).toMatchObject({
    'ledger-entry by record': ['…'],
  })
})

test('an entry of the books names its document to those who may see it', async () => {
  const manager = await world().as('manager')
  const { number } = await world().program.see(Invoice, made.invoice ?? '')
  const titleFor = async (actor: Actor) => {
    const sight = await sightOf(world().house, actor.caller)
    const wish = { where: { record: made.invoice ?? '' }, columns: ['record'] }
    const { refs } = await list(world().house.database, sight, LedgerEntry, wish)
    return refs.invoice?.[made.invoice ?? '']?.title
  }
  expect(await titleFor(manager)).toBe(number)
  const { caller } = await world().as('finance')
  const scopes = ['ledger-entry:read']
  const key: Actor = { ...manager, caller: { ...caller, person: { ...caller.person, scopes } } }
  expect(await titleFor(key)).toBeUndefined()
})

test('the chain of a document holds its deal, up and down, and no other', async () => {
  const manager = await world().as('manager')
  const deal = ['credit', 'first', 'goodsReturn', 'invoice', 'quote', 'receipt', 'shipment']
  expect(await chain(manager, Quote, made.quote)).toEqual(deal)
  expect(await chain(manager, Order, made.first)).toEqual(deal)
  const both = [...deal, 'second'].sort()
  expect(await chain(manager, GoodsReturn, made.goodsReturn)).toEqual(both)
  expect(await chain(manager, Invoice, made.invoice)).toEqual(both)
  expect(await chain(manager, Receipt, made.receipt)).toEqual(['alone', ...both].sort())
  expect(await chain(manager, Invoice, made.alone)).toEqual(['alone', 'receipt'])
  expect(await chain(manager, Product, shop.goods[0])).toHaveLength(1)
})

test('the chain shows nobody more than their own pages do', async () => {
  expect(await chain(shop.keeper, Order, made.first)).toEqual(['first', 'goodsReturn', 'shipment'])
  const other = await world().as('sales', 'other')
  await refuses(chain(other, Order, made.first), 'record.not-found')
})

test('an entry of the chain says state, day and amount as its list does', async () => {
  const sight = await sightOf(world().house, (await world().as('manager')).caller)
  const { documents } = await chainOf(world().house.database, sight, Order, made.first ?? '')
  const order = await world().program.see(Order, made.first ?? '')
  const kinds = documents.map(({ entity }) => entity).join(' ')
  expect(kinds).toBe('quote order shipment invoice invoice receipt goods-return')
  expect(documents[1]).toEqual({
    entity: 'order',
    id: order.id,
    title: order.number,
    state: order.status,
    day: order.orderedOn,
    amount: order.total,
    currency: 'TWD',
  })
})
