/** From a quote to its order at the quoted prices, and quotes that come to nothing. */
import { expect, test } from 'vitest'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { cancelOrder, confirmOrder, makeOrder, Order } from '#modules/orders/index.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { Product, ProductPrice } from '#modules/products/index.ts'
import {
  copyQuote,
  declineQuote,
  priceQuote,
  Quote,
  reopenQuote,
  sendQuote,
  switchQuoteTax,
} from './index.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id
const open = () =>
  openShop(world(), [{ onHand: '9', unitCost: '4' }], {
    address: { city: 'Taipei', street: '1 Harbour Road' },
  })

async function quoted(more = {}) {
  const shop = await open()
  const quote = await shop.seller.create(Quote, {
    customer: shop.customer,
    lines: [
      {
        product: shop.goods[0] ?? '',
        description: 'Desk lamp, green',
        quantity: '3',
        unitPrice: '95.238095',
        discountPercent: '2.5',
        taxPercent: '5',
      },
    ],
    freight: '60',
    freightTaxPercent: '5',
    ...more,
  })
  return { shop, quote }
}

const see = (seller: Actor, id: string) => seller.see(Quote, id)

test('an order of a quote keeps its prices, and both know each other', async () => {
  const { shop, quote } = await quoted({ validUntil: '2026-12-31' })
  await shop.seller.do(sendQuote, quote.id)
  const id = idOf(await shop.seller.do(makeOrder, quote.id))
  const order = await shop.seller.see(Order, id)
  expect(order).toMatchObject({ quote: quote.id, total: quote.total, freight: '60' })
  expect(order.shipTo).toMatchObject({ city: 'Taipei' })
  expect(order).toMatchObject({ customer: shop.customer, owner: quote.owner, status: 'draft' })
  expect(order.lines[0]).toMatchObject({
    description: 'Desk lamp, green',
    unitPrice: '95.238095',
    discountPercent: '2.5',
    gross: quote.lines[0]?.gross,
  })
  expect(order.lines[0]?.id).not.toBe(quote.lines[0]?.id)
  expect(await see(shop.seller, quote.id)).toMatchObject({ status: 'ordered', order: id })
  await refuses(shop.seller.do(makeOrder, quote.id), 'action.wrong-state')
})

test('a quote whose order is cancelled can be ordered again', async () => {
  const { shop, quote } = await quoted()
  const first = idOf(await shop.seller.do(makeOrder, quote.id))
  await shop.seller.do(cancelOrder, first, {}, { reason: 'Wrong address' })
  expect(await see(shop.seller, quote.id)).toMatchObject({ status: 'sent' })
  const second = idOf(await shop.seller.do(makeOrder, quote.id))
  expect(await see(shop.seller, quote.id)).toMatchObject({ status: 'ordered', order: second })
  await refuses(shop.seller.remove(Order, second), 'record.in-use')
})

test('a copy is a new draft of today with the same lines', async () => {
  const { shop, quote } = await quoted({ quotedOn: '2026-01-05', terms: 'Net 30' })
  await shop.seller.do(sendQuote, quote.id)
  const copy = await see(shop.seller, idOf(await shop.seller.do(copyQuote, quote.id)))
  expect(copy).toMatchObject({ status: 'draft', quotedOn: '2026-11-23', terms: 'Net 30' })
  expect(copy).toMatchObject({ total: quote.total, revision: 1, order: null })
  expect(copy.number).not.toBe(quote.number)
})

test('an expired or empty quote is refused, a declined one can be revised', async () => {
  const { shop, quote } = await quoted({ validUntil: '2026-11-22' })
  await refuses(shop.seller.do(sendQuote, quote.id), 'quote.expired', 'validUntil')
  await refuses(shop.seller.do(makeOrder, quote.id), 'quote.expired')
  const empty = await quoted({ lines: [] })
  await refuses(empty.shop.seller.do(sendQuote, empty.quote.id), 'document.no-lines', 'lines')
  const foreign = await quoted({ currency: 'EUR' })
  await refuses(foreign.shop.seller.do(makeOrder, foreign.quote.id), 'document.no-rate', 'rate')
  await shop.seller.update(Quote, quote.id, { validUntil: '2026-11-23' })
  await shop.seller.do(sendQuote, quote.id)
  await refuses(shop.seller.update(Quote, quote.id, { lines: [] }), 'record.locked', 'lines')
  await shop.seller.do(declineQuote, quote.id, {}, { reason: 'Too dear' })
  await shop.seller.do(reopenQuote, quote.id)
  expect(await see(shop.seller, quote.id)).toMatchObject({ status: 'draft', revision: 2 })
})

test('the price list goes before the own price, by quantity, day and currency', async () => {
  const { shop, quote } = await quoted()
  const { program } = world()
  const product = shop.goods[0] ?? ''
  const price = (fromQuantity: string, amount: string, more = {}) =>
    program.create(ProductPrice, { product, fromQuantity, price: amount, ...more })
  await program.update(Customer, shop.customer, { discountPercent: '3' })
  await shop.seller.do(priceQuote, quote.id)
  const first = () => see(shop.seller, quote.id).then((row) => row.lines[0])
  expect(await first()).toMatchObject({ unitPrice: '100', discountPercent: '3' })
  await price('1', '90')
  await price('3', '80')
  await price('3', '70', { validFrom: '2026-12-01' })
  await price('3', '60', { validUntil: '2026-11-22' })
  await price('4', '50')
  await shop.seller.do(priceQuote, quote.id)
  expect(await first()).toMatchObject({ unitPrice: '80', net: '232.8' })
  const unrated = shop.seller.update(Quote, quote.id, { currency: 'USD' })
  await refuses(unrated, 'document.no-rate', 'rate')
  await shop.seller.update(Quote, quote.id, { currency: 'USD', rate: null })
  const refusal = await refuses(shop.seller.do(priceQuote, quote.id), 'document.no-price')
  const { name } = await program.see(Product, product)
  expect(refusal.facts).toEqual({ product: name, currency: 'USD' })
  await shop.seller.update(Quote, quote.id, { rate: '31' })
  await shop.seller.do(priceQuote, quote.id)
  expect(await first()).toMatchObject({ unitPrice: '2.581' })
  await price('1', '2.95', { currency: 'USD' })
  await shop.seller.do(priceQuote, quote.id)
  expect(await first()).toMatchObject({ unitPrice: '2.95' })
})

test('a quoted order is confirmed like any other', async () => {
  const { shop, quote } = await quoted()
  const id = idOf(await shop.seller.do(makeOrder, quote.id))
  await shop.seller.update(Order, id, { warehouse: shop.warehouse })
  await shop.seller.do(confirmOrder, id)
  expect(await shop.seller.see(Order, id)).toMatchObject({ status: 'confirmed' })
})

test('prices turn to gross and back to what was typed', async () => {
  const { shop, quote } = await quoted()
  await shop.seller.do(switchQuoteTax, quote.id)
  const gross = await see(shop.seller, quote.id)
  expect(gross).toMatchObject({ priceIncludesTax: true, freight: '63', total: quote.total })
  expect(gross.lines[0]?.unitPrice).toBe('100')
  expect(gross.lines[0]).toMatchObject({ net: '278.57', tax: '13.93', gross: '292.5' })
  await shop.seller.do(switchQuoteTax, quote.id)
  const net = await see(shop.seller, quote.id)
  expect(net.lines[0]?.unitPrice).toBe('95.238095')
  expect(net).toMatchObject({ freight: '60', total: quote.total })
})
