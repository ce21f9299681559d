/** Labels for a product or a packing unit: what it is, its bar code, its price if wished. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { f } from '#kernel/field/f.ts'
import { formatMoney, roundMoney } from '#kernel/money/currency.ts'
import { dividedBy, plus, times, type Decimal } from '#kernel/money/decimal.ts'
import { definePrint, type PrintWish } from '#kernel/print/layout.ts'
import type { LabelPaper, LabelSheet } from '#kernel/print/label-sheet.ts'
import { Product, Unit } from './product.entity.ts'
import { ProductUnit } from './product-unit.entity.ts'

const options = {
  copies: f.integer({ required: true, default: 24, min: '1', max: '960' }),
  paper: f.choice(
    [
      { value: 'sheet', label: 'A4 sheet, 3 × 8' },
      { value: 'roll', label: 'Roll, 50 × 30 mm' },
    ],
    { required: true, default: 'sheet' },
  ),
  price: f.choice(
    [
      { value: 'none', label: 'No price' },
      { value: 'with-tax', label: 'With tax' },
      { value: 'without-tax', label: 'Without tax' },
    ],
    { required: true, default: 'none' },
  ),
}

export const productLabels = definePrint({
  name: 'product-label',
  label: 'Labels',
  entity: Product,
  options,
  async labels(ctx, id, { locale, t }, wish) {
    const product = await ctx.find(Product, id)
    const goods = { product, code: product.barcode, name: product.name, quantity: '1' }
    return sheetOf(ctx, goods, { locale, title: t('Labels'), wish })
  },
})

export const packingUnitLabels = definePrint({
  name: 'packing-unit-label',
  label: 'Labels',
  entity: ProductUnit,
  options,
  async labels(ctx, id, { locale, t }, wish) {
    const packing = await ctx.find(ProductUnit, id)
    const product = await ctx.find(Product, packing.product, { deleted: true })
    const unit = await ctx.find(Unit, packing.unit, { deleted: true })
    const name = `${product.name}\n${unit.name} × ${packing.factor}`
    const goods = { product, code: packing.barcode, name, quantity: packing.factor }
    return sheetOf(ctx, goods, { locale, title: t('Labels'), wish })
  },
})

interface Labelled {
  product: Product
  /** None: the product's own code stands in bars. */
  code: string | null
  name: string
  /** In the product's own unit. */
  quantity: Decimal
}

interface Wanted extends Pick<LabelSheet, 'locale' | 'title'> {
  wish: PrintWish
}

function sheetOf(
  ctx: Ctx,
  { product, code, name, quantity }: Labelled,
  { locale, title, wish }: Wanted,
): LabelSheet {
  const amount = wish.price === 'none' ? null : priceOf(ctx, product, quantity, wish.price)
  const label = {
    code: code ?? product.code,
    name,
    number: product.code,
    copies: Number(wish.copies),
    ...(amount === null ? {} : { price: formatMoney(amount, ctx.currency, locale) }),
  }
  return { title, number: product.code, paper: wish.paper as LabelPaper, labels: [label], locale }
}

function priceOf(ctx: Ctx, product: Product, quantity: Decimal, which: unknown): Decimal {
  const net = times(product.price, quantity)
  const tax = which === 'with-tax' ? dividedBy(times(net, product.taxPercent), '100', 6) : '0'
  return roundMoney(plus(net, tax), ctx.currency)
}
