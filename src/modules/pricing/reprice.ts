/** Puts the prices of the price list and the customer's discount on the lines of a draft. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Decimal } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'
import { pricesOf } from './price-of.ts'

interface Repriced<L> {
  customer: string
  currency: string
  lines: readonly L[]
}

interface PricedNow {
  product: string
  quantity: Decimal
  unitPrice: Decimal
  discountPercent: Decimal | null
}

/** @throws {Refusal} `document.no-price` naming the product that has no price in the currency */
export async function repriced<L extends PricedNow>(
  ctx: Ctx,
  { customer, currency, lines }: Repriced<L>,
  on: string,
): Promise<L[]> {
  const quoted = await pricesOf(ctx, { customer, currency, lines, on })
  const priced: L[] = []
  for (const [index, line] of lines.entries()) {
    const { unitPrice = null, discountPercent = null } = quoted[index] ?? {}
    if (unitPrice === null) await refuseUnpriced(ctx, line.product, currency, index)
    else priced.push({ ...line, unitPrice, discountPercent })
  }
  return priced
}

async function refuseUnpriced(
  ctx: Ctx,
  product: string,
  currency: string,
  index: number,
): Promise<never> {
  const { name } = await ctx.find(Product, product, { deleted: true })
  fail('document.no-price', { product: name, currency }, { field: `lines.${index}.unitPrice` })
}
