/** Puts the prices of the price list and the customer's discount on the lines of a draft. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Decimal } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'
import { pricesOf, type Asked, type AskedLine } from './price-of.ts'

type Repriced<L> = Omit<Asked, 'lines' | 'on'> & { lines: readonly L[] }

interface PricedNow extends AskedLine {
  unitPrice: Decimal
  discountPercent: Decimal | null
}

/** @throws {Refusal} `document.no-price` naming the product that has no price in the currency */
export async function repriced<L extends PricedNow>(
  ctx: Ctx,
  document: Repriced<L>,
  on: string,
): Promise<L[]> {
  const { lines, currency } = document
  const quoted = await pricesOf(ctx, { ...document, on })
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
