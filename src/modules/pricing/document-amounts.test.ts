/** A document's totals are the sums of its rounded lines, on the screen as on the server. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorUnits } from '#kernel/money/currency.ts'
import { plus, round, sum } from '#kernel/money/decimal.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Order } from '#modules/orders/index.ts'
import { Product } from '#modules/products/index.ts'
import { baseAmount, documentAmounts } from './index.ts'
import { liveAmounts } from './pricing.web.ts'

const world = useWorld(modules)

const decimal = (most: number, places: number) =>
  fc.nat({ max: most * 10 ** places }).map((units) => {
    const text = String(units).padStart(places + 1, '0')
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
  })
const line = fc.record({
  quantity: decimal(9000, 3),
  unitPrice: decimal(99_999, 4),
  discountPercent: fc.option(decimal(100, 2)),
  taxPercent: fc.constantFrom('0', '5', '13', '7.7'),
})
const document = fc.record({
  lines: fc.array(line, { maxLength: 12 }),
  priceIncludesTax: fc.boolean(),
  currency: fc.constantFrom('TWD', 'USD', 'JPY', 'KWD'),
  freight: fc.option(decimal(500, 2)),
  freightTaxPercent: fc.option(fc.constantFrom('0', '5')),
})

test('totals are the sums of the rounded lines and the freight', () => {
  fc.assert(
    fc.property(document, (priced) => {
      const { lines, freight, net, tax, gross } = documentAmounts(priced)
      const all = [...lines, freight]
      const places = minorUnits(priced.currency)
      for (const one of all) {
        expect(plus(one.net, one.tax)).toBe(one.gross)
        for (const figure of [one.net, one.tax]) expect(round(figure, places)).toBe(figure)
      }
      expect(net).toBe(sum(all.map((one) => one.net)))
      expect(tax).toBe(sum(all.map((one) => one.tax)))
      expect(gross).toBe(plus(net, tax))
    }),
  )
})

test('the screen shows what the server computes, whatever is typed so far', () => {
  fc.assert(
    fc.property(document, (priced) => {
      const { lines, net, tax, gross } = documentAmounts(priced)
      const shown = liveAmounts({ id: '', version: 1, ...priced }, priced.lines)
      expect(shown).toEqual({ lines, parent: { net, tax, total: gross } })
    }),
  )
  const parent = { id: '', version: 1, currency: 'TWD', freight: 'abc' }
  const unfinished = liveAmounts(parent, [{ quantity: '2' }, { unitPrice: '', taxPercent: '-5' }])
  expect(unfinished.parent).toEqual({ net: '0', tax: '0', total: '0' })
  expect(liveAmounts({ ...parent, currency: null }, [{}])).toEqual({ lines: [{}], parent: {} })
})

test('prices with and without tax, freight with its own tax', () => {
  const sold = { quantity: '3', unitPrice: '105', discountPercent: '10', taxPercent: '5' }
  const shared = { lines: [sold], currency: 'TWD', freight: '100', freightTaxPercent: '0' }
  const without = documentAmounts({ ...shared, priceIncludesTax: false })
  expect(without).toMatchObject({ net: '383.5', tax: '14.18', gross: '397.68' })
  const within = documentAmounts({ ...shared, priceIncludesTax: true })
  expect(within).toMatchObject({ net: '370', tax: '13.5', gross: '383.5' })
  expect(baseAmount('383.5', '32.125', 'TWD')).toBe('12319.94')
})

async function shop() {
  const { program } = world()
  const customer = await program.create(Customer, { name: 'Ming Yang' })
  const product = await program.create(Product, { code: program.caller.tenant, name: 'Lamp' })
  return { customer: customer.id, product: product.id }
}

test('what the client says of the totals does not count', async () => {
  const { customer, product } = await shop()
  const { program } = world()
  const lines = [{ product, quantity: '2', unitPrice: '10', taxPercent: '5', net: '1', gross: '1' }]
  const order = await program.create(Order, { customer, lines, freight: '5', currency: 'USD' })
  expect(order).toMatchObject({ net: '25', tax: '1', total: '26', rate: null, baseTotal: null })
  expect(order.lines[0]).toMatchObject({ net: '20', tax: '1', gross: '21' })
  await refuses(program.update(Order, order.id, { total: '1' }), 'field.not-yours', 'total')
  const dearer = await program.update(Order, order.id, { rate: '31.5', priceIncludesTax: true })
  expect(dearer).toMatchObject({ net: '24.05', tax: '0.95', total: '25', baseTotal: '787.5' })
  expect(await program.see(Order, order.id)).toMatchObject({ total: '25', version: 2 })
  const home = await program.update(Order, order.id, { currency: 'TWD' })
  expect(home).toMatchObject({ rate: '1', baseTotal: '25' })
})
