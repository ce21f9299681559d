/** What a product costs, by customer, currency, day, quantity and tax mode. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, dividedBy, minus, abs, times } from '#kernel/money/decimal.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Order, priceOrder, switchOrderTax } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { ProductPrice } from '#modules/products/index.ts'
import { convertedPrice } from './price-of.ts'
import { quotePrices, type Quoted } from './index.ts'

const world = useWorld(modules)

async function shopOf(price: string) {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '4', price }])
  await world().program.update(Customer, shop.customer, { discountPercent: '3' })
  const product = shop.goods[0] ?? ''
  const asked = async (wish: object, line: object = {}) => {
    const input = { customer: shop.customer, currency: 'TWD', ...wish }
    const { result } = await shop.seller.do(quotePrices, null, {
      ...input,
      lines: [{ product, quantity: null, taxPercent: null, ...line }],
    } as object)
    return (result as { prices: Quoted[] }).prices[0]
  }
  const list = (more: object) =>
    world().program.create(ProductPrice, { product, price: '1', ...more })
  return { ...shop, product, asked, list }
}

test('list prices are without tax, a document may have it in its prices', async () => {
  const { asked } = await shopOf('100')
  const terms = { discountPercent: '3', isConverted: false }
  expect(await asked({})).toEqual({ unitPrice: '100', ...terms })
  expect(await asked({ priceIncludesTax: true })).toEqual({ unitPrice: '105', ...terms })
  const taxed = await asked({ priceIncludesTax: true }, { taxPercent: '13' })
  expect(taxed).toEqual({ unitPrice: '113', ...terms })
  const nobody = await asked({ customer: null })
  expect(nobody).toMatchObject({ unitPrice: '100', discountPercent: null })
})

test('a currency has its own price, else the base price at the rate, else none', async () => {
  const { asked, list } = await shopOf('2860')
  const cny = { currency: 'CNY', rate: '4.4' }
  expect(await asked(cny)).toMatchObject({ unitPrice: '650', isConverted: true })
  expect(await asked({ currency: 'CNY' })).toMatchObject({ unitPrice: null, isConverted: false })
  const gross = await asked({ ...cny, priceIncludesTax: true })
  expect(gross).toMatchObject({ unitPrice: '682.5', isConverted: true })
  await list({ price: '2640', fromQuantity: '10' })
  expect(await asked(cny, { quantity: '10' })).toMatchObject({ unitPrice: '600' })
  await list({ price: '599', currency: 'CNY', fromQuantity: '10' })
  const own = await asked(cny, { quantity: '10' })
  expect(own).toMatchObject({ unitPrice: '599', isConverted: false })
  expect(await asked(cny, { quantity: '9' })).toMatchObject({ unitPrice: '650' })
})

test('nobody learns the terms of a customer that is not theirs', async () => {
  const { customer, product } = await shopOf('100')
  const wish = { customer, currency: 'TWD', lines: [{ product }] } as object
  const colleague = await world().as('sales', 'Other seller')
  await refuses(colleague.do(quotePrices, null, wish), 'field.no-such-record', 'customer')
  const keeper = await world().as('storekeeper')
  await refuses(keeper.do(quotePrices, null, wish), 'action.not-allowed')
})

test('"Apply price list" keeps the side on which prices are entered', async () => {
  const shop = await shopOf('100')
  const { id } = await draftOrder(shop, ['4'])
  const price = async () => {
    const { lines, total } = await shop.seller.see(Order, id)
    return { unitPrice: lines[0]?.unitPrice, total }
  }
  await shop.seller.do(priceOrder, id)
  expect(await price()).toEqual({ unitPrice: '100', total: '407.4' })
  await shop.seller.do(switchOrderTax, id)
  expect(await price()).toEqual({ unitPrice: '105', total: '407.4' })
  await shop.seller.do(priceOrder, id)
  expect(await price()).toEqual({ unitPrice: '105', total: '407.4' })
  await shop.seller.update(Order, id, { currency: 'USD', rate: '32' })
  await shop.seller.do(priceOrder, id)
  expect(await price()).toMatchObject({ unitPrice: '3.28125' })
})

test('a converted price has at least four figures and is off by less than half of the last', () => {
  const decimal = (places: number, most: number) =>
    fc
      .integer({ min: 1, max: most })
      .map((units) => dividedBy(String(units), `1${'0'.repeat(places)}`, places))
  fc.assert(
    fc.property(decimal(2, 99_999_999), decimal(4, 9_999_999), (price, rate) => {
      const converted = convertedPrice(price, rate, 'USD')
      const off = abs(minus(times(converted, rate), price))
      const room = times(rate, '0.005')
      expect(compare(off, room)).toBeLessThanOrEqual(0)
      const share = dividedBy(times(off, '2000'), price, 6)
      const isTiny = compare(dividedBy(price, rate, 6), '0.001') < 0
      expect(isTiny || compare(share, '1.001') <= 0).toBe(true)
    }),
  )
  const shown = ['2860', '0.35', '12', '0.00001'].map((one) => convertedPrice(one, '31.5', 'USD'))
  expect(shown).toEqual(['90.79', '0.01111', '0.381', '0'])
  expect(convertedPrice('2860', '0.21', 'JPY')).toBe('13619')
  expect(convertedPrice('2', '0.21', 'JPY')).toBe('9.524')
})
