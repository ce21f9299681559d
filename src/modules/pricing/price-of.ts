/** Which price holds for a customer, a product, a quantity and a day. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { compare, type Decimal } from '#kernel/money/decimal.ts'
import { Customer } from '#modules/customers/index.ts'
import { Product, ProductPrice } from '#modules/products/index.ts'
import type { Row } from '#kernel/entity/entity.ts'

export interface Asked {
  currency: string
  on: string
  customer: string
  lines: readonly { product: string; quantity: Decimal }[]
}

export interface Quoted {
  /** Null where neither the price list nor the product says one in that currency. */
  unitPrice: Decimal | null
  discountPercent: Decimal | null
}

type Price = Row<typeof ProductPrice>

/**
 * The price list's entry for the currency and day with the largest quantity step reached, the later
 * one where two hold; else the product's own price, which is in base currency. The discount is the
 * customer's.
 * @returns one answer per line, in their order
 */
export async function pricesOf(ctx: Ctx, asked: Asked): Promise<Quoted[]> {
  const ids = [...new Set(asked.lines.map((line) => line.product))]
  const [prices, products, customer] = await Promise.all([
    ctx.list(ProductPrice, { product: { in: ids }, currency: asked.currency }),
    ctx.list(Product, { id: { in: ids } }),
    ctx.find(Customer, asked.customer),
  ])
  const usual = new Map<string, Decimal>(products.map((product) => [product.id, product.price]))
  return asked.lines.map(({ product, quantity }) => {
    const listed = choosePrice(
      prices.filter((price) => price.product === product),
      quantity,
      asked.on,
    )
    const own = asked.currency === ctx.currency ? (usual.get(product) ?? null) : null
    return { unitPrice: listed ?? own, discountPercent: customer.discountPercent }
  })
}

/** As pricesOf, for one product. */
export async function priceOf(
  ctx: Ctx,
  asked: Omit<Asked, 'lines'> & { product: string; quantity: Decimal },
): Promise<Quoted> {
  const [quoted] = await pricesOf(ctx, { ...asked, lines: [asked] })
  return quoted ?? { unitPrice: null, discountPercent: null }
}

type Step = Pick<Price, 'fromQuantity' | 'validFrom' | 'validUntil' | 'price'>

/** @returns the price of the largest step reached on that day, or null */
export function choosePrice(steps: readonly Step[], quantity: Decimal, on: string): Decimal | null {
  const [best] = steps
    .filter((step) => isReached(step, quantity, on))
    .toSorted((one, other) => -order(one, other))
  return best?.price ?? null
}

function isReached(step: Step, quantity: Decimal, on: string): boolean {
  const { validFrom, validUntil } = step
  if (validFrom !== null && validFrom > on) return false
  if (validUntil !== null && validUntil < on) return false
  return compare(step.fromQuantity, quantity) <= 0
}

function order(one: Step, other: Step): number {
  const bySize = compare(one.fromQuantity, other.fromQuantity)
  if (bySize !== 0) return bySize
  return (one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1
}
