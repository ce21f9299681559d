/** Which price holds for a customer, a product, a quantity and a day. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import { compare, dividedBy, round, times, type Decimal } from '#kernel/money/decimal.ts'
import { PRICE_PLACES, unitPriceGross } from '#kernel/money/tax.ts'
import { Customer } from '#modules/customers/index.ts'
import { measuresOf, Product, ProductPrice, stockQuantity } from '#modules/products/index.ts'
import type { Row } from '#kernel/entity/entity.ts'

export interface Asked {
  currency: string
  /** Base currency for one unit of the currency; without it nothing is converted. */
  rate: Decimal | null
  priceIncludesTax: boolean
  on: string
  /** Whose discount holds; without one there is none. */
  customer: string | null
  lines: readonly AskedLine[]
}

export interface AskedLine {
  product: string
  /** None: the product's own. */
  unit?: string | null
  quantity: Decimal
  /** Null or absent: the product's. */
  taxPercent?: Decimal | null
}

export interface Quoted {
  /** As the document has its prices, with or without tax; null where nothing says one. */
  unitPrice: Decimal | null
  discountPercent: Decimal | null
  /** The price is none of that currency, but one of base currency at the document's rate. */
  isConverted: boolean
}

type Price = Row<typeof ProductPrice>

/**
 * Prices are kept without tax. The price list's entry for the currency and day with the largest
 * quantity step reached, the later one where two hold; else that of base currency, or the product's
 * own price, at the document's rate. With the tax of the line where the document has it in its
 * prices. Prices and steps are of the product's own unit, the answer is of the line's. The discount
 * is the customer's.
 * @returns one answer per line, in their order
 */
export async function pricesOf(ctx: Ctx, asked: Asked): Promise<Quoted[]> {
  const ids = [...new Set(asked.lines.map((line) => line.product))]
  const where = { product: { in: ids }, currency: [...new Set([asked.currency, ctx.currency])] }
  const [prices, products, customer, measures] = await Promise.all([
    ctx.list(ProductPrice, where),
    ctx.list(Product, { id: { in: ids } }),
    asked.customer === null ? null : ctx.find(Customer, asked.customer),
    measuresOf(ctx, asked.lines),
  ])
  const known = new Map<string, Product>(products.map((product) => [product.id, product]))
  const discountPercent = customer?.discountPercent ?? null
  return asked.lines.map((line, index) => {
    const product = known.get(line.product)
    const factor = measures[index]?.factor ?? '1'
    const counted = { ...line, quantity: stockQuantity(line.quantity, { factor }) }
    const own = prices
      .filter((price) => price.product === line.product)
      .map((one) => ({ ...one, price: inUnit(one.price, factor) }))
    const usual = product ? inUnit(product.price, factor) : null
    const { net, isConverted } = netPrice(ctx.currency, asked, counted, own, usual)
    const tax = line.taxPercent ?? product?.taxPercent ?? '0'
    const unitPrice = net !== null && asked.priceIncludesTax ? unitPriceGross(net, tax) : net
    return { unitPrice, discountPercent, isConverted }
  })
}

function inUnit(price: Decimal, factor: Decimal): Decimal {
  return round(times(price, factor), PRICE_PLACES)
}

function netPrice(
  base: string,
  { currency, rate, on }: Asked,
  { quantity }: AskedLine,
  prices: readonly Price[],
  usual: Decimal | null,
): { net: Decimal | null; isConverted: boolean } {
  const listed = (of: string) =>
    choosePrice(
      prices.filter((price) => price.currency === of),
      quantity,
      on,
    )
  const own = listed(currency)
  if (own !== null) return { net: own, isConverted: false }
  const home = currency === base ? usual : (listed(base) ?? usual)
  if (currency === base || home === null) return { net: home, isConverted: false }
  const net = rate === null ? null : convertedPrice(home, rate, currency)
  return { net, isConverted: net !== null }
}

/** Rounded to the minor unit, and where that says less than four figures, to four. */
export function convertedPrice(price: Decimal, rate: Decimal, currency: string): Decimal {
  const exact = dividedBy(price, rate, PRICE_PLACES)
  const [whole = '', fraction = ''] = exact.split('.')
  const leading = whole === '0' ? -(fraction.match(/^0*/u)?.[0].length ?? 0) : whole.length
  return round(exact, Math.min(Math.max(minorUnits(currency), 4 - leading), PRICE_PLACES))
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
