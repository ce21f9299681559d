/** What a customer has agreed for itself holds before the price list, for it alone. */
import { expect, test } from 'vitest'
import type { Draft } from '#kernel/entity/entity.ts'
import { merge } from '#kernel/merge/merge.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Order, priceOrder } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { reportsTo } from '#modules/plans/testing/reports-to.ts'
import { ProductPrice, ProductUnit, Unit, Product } from '#modules/products/index.ts'
import { CustomerPrice, quotePrices, type Quoted } from './index.ts'

const world = useWorld(modules)

type Agreed = Draft<typeof CustomerPrice>

/** A product of 100, a customer with a discount of 3 %, and the lead of who sells to it. */
async function shopOf() {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '4', price: '100' }])
  const { customer, seller } = shop
  await world().program.update(Customer, customer, { discountPercent: '3' })
  const lead = await reportsTo(world(), seller, await world().as('sales-lead'))
  const product = shop.goods[0] ?? ''
  const agree = (more: Agreed) => lead.create(CustomerPrice, { customer, product, ...more })
  const asked = async (wish: object = {}, line: object = {}) => {
    const input = { customer, currency: 'TWD', ...wish }
    const { result } = await seller.do(quotePrices, null, {
      ...input,
      lines: [{ product, quantity: null, taxPercent: null, ...line }],
    } as object)
    return (result as { prices: Quoted[] }).prices[0]
  }
  return { ...shop, product, lead, agree, asked }
}

test('an own price goes before the list, undiscounted, for that customer alone', async () => {
  const { product, seller, agree, asked } = await shopOf()
  await world().program.create(ProductPrice, { product, price: '90' })
  expect(await asked()).toMatchObject({ unitPrice: '90', discountPercent: '3' })
  await agree({ price: '95' })
  const own = { unitPrice: '95', discountPercent: null, isConverted: false }
  expect(await asked()).toEqual(own)
  expect(await asked({ priceIncludesTax: true })).toMatchObject({ unitPrice: '99.75' })
  const other = await seller.create(Customer, { name: 'Hai Tian' })
  expect(await asked({ customer: other.id })).toMatchObject({ unitPrice: '90' })
  expect(await asked({ customer: null })).toMatchObject({ unitPrice: '90' })
})

test('the largest step reached holds, on its days, and below the first the list', async () => {
  const { agree, asked } = await shopOf()
  await agree({ price: '80', fromQuantity: '5' })
  await agree({ price: '70', fromQuantity: '10', validFrom: '2026-12-01' })
  await agree({ price: '60', fromQuantity: '20', validUntil: '2026-11-22' })
  const price = async (quantity: string, on = '2026-11-23') =>
    (await asked({ on }, { quantity }))?.unitPrice
  expect(await price('4.999')).toBe('100')
  expect([await price('5'), await price('10'), await price('20')]).toEqual(['80', '80', '80'])
  expect(await price('10', '2026-12-01')).toBe('70')
  expect([await price('20', '2026-11-22'), await price('19', '2026-11-22')]).toEqual(['60', '80'])
})

test('an own price of base currency is converted, and goes before a list price', async () => {
  const { product, agree, asked } = await shopOf()
  const usd = { currency: 'USD', rate: '32' }
  await world().program.create(ProductPrice, { product, price: '2.9', currency: 'USD' })
  expect(await asked(usd)).toMatchObject({ unitPrice: '2.9', discountPercent: '3' })
  await agree({ price: '80' })
  const converted = { unitPrice: '2.5', discountPercent: null, isConverted: true }
  expect(await asked(usd)).toEqual(converted)
  // Nobody takes the list price for the agreed one while the rate is missing.
  expect(await asked({ currency: 'USD' })).toMatchObject({ unitPrice: null, isConverted: false })
  await agree({ price: '2.4', currency: 'USD' })
  const own = { unitPrice: '2.4', discountPercent: null, isConverted: false }
  expect(await asked(usd)).toEqual(own)
})

test('an own price is of the product’s own unit, the line of its packing unit', async () => {
  const { product, agree, asked } = await shopOf()
  const { program } = world()
  const [piece, box] = [
    await program.create(Unit, { name: 'Piece of own prices' }),
    await program.create(Unit, { name: 'Box of own prices' }),
  ]
  await program.update(Product, product, { unit: piece.id })
  await program.create(ProductUnit, { product, unit: box.id, factor: '12' })
  await agree({ price: '9', fromQuantity: '24' })
  expect(await asked({}, { unit: box.id, quantity: '1' })).toMatchObject({ unitPrice: '1200' })
  expect(await asked({}, { unit: box.id, quantity: '2' })).toMatchObject({ unitPrice: '108' })
})

test('a draft takes the own price by "Apply price list", and follows its day', async () => {
  const shop = await shopOf()
  await shop.agree({ price: '88.5', validFrom: '2026-11-24' })
  const { id } = await draftOrder(shop, ['4'])
  const line = async () => {
    await shop.seller.do(priceOrder, id)
    return (await shop.seller.see(Order, id)).lines[0]
  }
  expect(await line()).toMatchObject({ unitPrice: '100', discountPercent: '3' })
  await shop.seller.update(Order, id, { orderedOn: '2026-11-24' })
  const agreed = { unitPrice: '88.5', discountPercent: null, net: '354' }
  expect(await line()).toMatchObject(agreed)
})

test('two prices for the same quantity never hold on the same day', async () => {
  const { lead, agree } = await shopOf()
  const first = await agree({ price: '80', validFrom: '2026-11-01', validUntil: '2026-11-30' })
  const refused = (more: Agreed) =>
    refuses(agree({ price: '81', ...more }), 'customer-price.overlaps', 'validFrom')
  const { facts } = await refused({ validFrom: '2026-11-30' })
  expect(facts).toEqual({ price: '80', currency: 'TWD' })
  await refused({ validUntil: '2026-11-01' })
  await refused({})
  await refused({ validFrom: '2026-11-10', validUntil: '2026-11-12' })
  await agree({ price: '81', currency: 'USD' })
  await agree({ price: '81', fromQuantity: '2' })
  const later = await agree({ price: '81', validFrom: '2026-12-01' })
  const earlier = lead.update(CustomerPrice, later.id, { validFrom: '2026-11-30' })
  await refuses(earlier, 'customer-price.overlaps')
  await lead.update(CustomerPrice, first.id, { price: '79', validUntil: '2026-11-29' })
  await lead.update(CustomerPrice, later.id, { validFrom: '2026-11-30' })
  const reversed = { validFrom: '2026-10-02', validUntil: '2026-10-01' }
  await refuses(agree({ price: '1', ...reversed }), 'customer-price.days-reversed', 'validUntil')
})

test('only who sees the customer sees its prices, and who sells does not set them', async () => {
  const { customer, product, seller, lead, agree } = await shopOf()
  const { id } = await agree({ price: '80' })
  const where = { customer }
  expect(await seller.list(CustomerPrice, { where })).toMatchObject([{ id }])
  const finance = await world().as('finance')
  expect(await finance.list(CustomerPrice, { where })).toMatchObject([{ id }])
  const own = { customer, product, price: '1', fromQuantity: '7' }
  for (const reader of [seller, finance]) {
    await refuses(reader.create(CustomerPrice, own), 'record.not-allowed')
    await refuses(reader.update(CustomerPrice, id, { price: '1' }), 'record.not-allowed')
    await refuses(reader.remove(CustomerPrice, id), 'record.not-allowed')
  }
  const strangers = [await world().as('sales', 'Other'), await world().as('sales-lead', 'Another')]
  for (const stranger of strangers) {
    expect(await stranger.list(CustomerPrice)).toEqual([])
    await refuses(stranger.see(CustomerPrice, id), 'record.not-found')
    await refuses(stranger.update(CustomerPrice, id, { price: '1' }), 'record.not-found')
  }
  const [, another] = strangers
  await refuses(another?.create(CustomerPrice, own) ?? agree({}), 'field.no-such-record')
  const manager = await world().as('manager')
  await manager.update(CustomerPrice, id, { price: '79' })
  await lead.remove(CustomerPrice, id)
  expect(await seller.list(CustomerPrice, { where })).toEqual([])
})

test('two customers with a price for the same are merged only without one of them', async () => {
  const { customer, product, seller, agree } = await shopOf()
  const other = await seller.create(Customer, { name: 'Ming Yang (again)' })
  await agree({ price: '80', validFrom: '2026-11-01' })
  const twice = { customer: other.id, product, price: '81', validUntil: '2026-11-30' }
  const { program } = world()
  const { id } = await program.create(CustomerPrice, twice)
  const { house } = world()
  const wish = { keep: customer, drop: [other.id], take: {} }
  const join = () => merge(house, program.caller, Customer, wish)
  await refuses(join(), 'customer-price.twice')
  await program.update(CustomerPrice, id, { validUntil: '2026-10-31' })
  await join()
  expect(await program.list(CustomerPrice, { where: { customer } })).toHaveLength(2)
})

test('who sells reads the service terms of a customer, and does not set them', async () => {
  const { customer, seller, lead } = await shopOf()
  const serviceTerms = 'Answered within four hours'
  await refuses(seller.update(Customer, customer, { serviceTerms }), 'field.not-yours')
  await lead.update(Customer, customer, { serviceTerms })
  expect(await seller.see(Customer, customer)).toMatchObject({ serviceTerms })
})
