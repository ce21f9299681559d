/** Says what products cost a customer, for a form that is being filled in; changes nothing. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import { defineLines } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { Product } from '#modules/products/index.ts'
import { currencyFields } from './price-fields.ts'
import { pricesOf } from './price-of.ts'

const AskedLine = defineLines('asked-line', {
  label: { one: 'Line', many: 'Lines' },
  fields: {
    product: f.ref('product', { required: true }),
    unit: f.ref('unit'),
    quantity: f.decimal({ min: '0' }),
    taxPercent: f.percent({ label: 'Tax %', places: 4, min: '0', max: '100' }),
  },
})

export const quotePrices = defineCollectionAction(Product, {
  name: 'quote-prices',
  label: 'Prices for a customer',
  allow: ['sales', 'sales-lead', 'finance'],
  input: {
    ...currencyFields(),
    customer: f.ref('customer'),
    on: f.date({ default: 'today', required: true, label: 'Date' }),
    lines: f.lines(AskedLine),
  },
  async run(ctx, { lines, rate, ...asked }) {
    const prices = await pricesOf(ctx, {
      ...asked,
      rate: asked.currency === ctx.currency ? '1' : rate,
      lines: lines.map((line) => ({ ...line, quantity: line.quantity ?? '1' })),
    })
    return { result: { prices } }
  },
})
