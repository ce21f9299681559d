/** The fields that every priced document has, on its lines and in its head. */
import { f } from '#kernel/field/f.ts'

/** Fields of a line; the parent's field `currency` names the currency of its amounts. */
export function priceLineFields() {
  const amount = { currency: 'currency', required: true } as const
  return {
    product: f.ref('product', {
      required: true,
      pick: { active: true },
      fills: { description: 'name', unit: 'unit', taxPercent: 'taxPercent' },
    }),
    description: f.text({ maxLength: 400 }),
    quantity: f.decimal({ required: true, min: '0.000001' }),
    unit: f.ref('unit', { related: false }),
    unitPrice: f.money({ currency: 'currency', places: 6, min: '0', required: true }),
    discountPercent: f.percent({ label: 'Discount %', places: 4, min: '0', max: '100' }),
    taxPercent: f.percent({ label: 'Tax %', places: 4, min: '0', max: '100', required: true }),
    net: f.derived(f.money(amount)),
    tax: f.derived(f.money(amount)),
    gross: f.derived(f.money(amount)),
  }
}

/** In which currency, at which rate, and whether prices include tax. */
export function currencyFields() {
  return {
    currency: f.currency({ default: 'base', required: true }),
    rate: f.decimal({
      label: 'Exchange rate',
      places: 10,
      min: '0.0000000001',
      help: 'Base currency for one unit of the currency. Empty for the base currency.',
    }),
    priceIncludesTax: f.boolean({ label: 'Prices include tax' }),
  }
}

/** Freight, and what the document comes to. */
export function amountFields() {
  const amount = { currency: 'currency', required: true } as const
  return {
    freight: f.money({ currency: 'currency', min: '0' }),
    freightTaxPercent: f.percent({ label: 'Freight tax %', places: 4, min: '0', max: '100' }),
    net: f.derived(f.money(amount)),
    tax: f.derived(f.money(amount)),
    total: f.derived(f.money(amount)),
    baseTotal: f.derived(f.money({ label: 'Total in base currency' })),
  }
}
