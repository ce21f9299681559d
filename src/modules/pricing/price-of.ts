/** Which price holds for a customer, a product, a quantity and a day. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import { compare, dividedBy, round, times, type Decimal } from '#kernel/money/decimal.ts'
import { PRICE_PLACES, unitPriceGross } from '#kernel/money/tax.ts'
import { Customer } from '#modules/customers/index.ts'
import { measuresOf, Product, ProductPrice, stockQuantity } from '#modules/products/index.ts'
import { CustomerPrice } from './customer-price.entity.ts'

export interface Asked {
  currency: string
  /** Base currency for one unit of the currency; without it nothing is converted. */
  rate: Decimal | null
  priceIncludesTax: boolean
  on: string
  /** Whose own prices and discount hold; without one there are none. */
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

interface Listed extends Step {
  product: string
  currency: string
}

/**
 * Prices are kept without tax. What is agreed with the customer goes before the price list, and the
 * price list before the product's own price. Of both it is the entry for the currency and day with
 * the largest quantity step reached, the later one where two hold; else that of base currency, at
 * the document's rate. With the tax of the line where the document has it in its prices. Prices and
 * steps are of the product's own unit, the answer is of the line's. The discount is the customer's;
 * there is none on what was agreed.
 * @returns one answer per line, in their order
 */
export async function pricesOf(ctx: Ctx, asked: Asked): Promise<Quoted[]> {
  const ids = [...new Set(asked.lines.map((line) => line.product))]
  const where = { product: { in: ids }, currency: [...new Set([asked.currency, ctx.currency])] }
  const { customer: whose } = asked
  const [agreed, listed, products, customer, measures] = await Promise.all([
    whose === null ? [] : ctx.list(CustomerPrice, { ...where, customer: whose }),
    ctx.list(ProductPrice, where),
    ctx.list(Product, { id: { in: ids } }),
    whose === null ? null : ctx.find(Customer, whose),
    measuresOf(ctx, asked.lines),
  ])
  const known = new Map<string, Product>(products.map((product) => [product.id, product]))
  return asked.lines.map((line, index) => {
    const product = known.get(line.product)
    const factor = measures[index]?.factor ?? '1'
    const quantity = stockQuantity(line.quantity, { factor })
    const own = holding(ctx.currency, asked, line.product, quantity, agreed)
    const found =
      own ??
      holding(ctx.currency, asked, line.product, quantity, listed) ??
      (product ? { price: product.price, currency: ctx.currency } : null)
    const { net, isConverted } = inDocument(asked, found, factor)
    const tax = line.taxPercent ?? product?.taxPercent ?? '0'
    const unitPrice = net !== null && asked.priceIncludesTax ? unitPriceGross(net, tax) : net
    return {
      unitPrice,
      discountPercent: own ? null : (customer?.discountPercent ?? null),
      isConverted,
    }
  })
}

interface Found {
  price: Decimal
  currency: string
}

/** Of these prices the one that holds, in the currency of the document, else in base currency. */
function holding(
  base: string,
  { currency, on }: Asked,
  product: string,
  quantity: Decimal,
  prices: readonly Listed[],
): Found | null {
  const own = prices.filter((price) => price.product === product)
  for (const one of [currency, base]) {
    const steps = own.filter((price) => price.currency === one)
    const price = choosePrice(steps, quantity, on)
    if (price !== null) return { price, currency: one }
  }
  return null
}

/** For one of the line's unit, in the currency of the document; null without a rate to it. */
function inDocument(
  { currency, rate }: Asked,
  found: Found | null,
  factor: Decimal,
): { net: Decimal | null; isConverted: boolean } {
  if (found === null) return { net: null, isConverted: false }
  const price = round(times(found.price, factor), PRICE_PLACES)
  if (found.currency === currency) return { net: price, isConverted: false }
  const net = rate === null ? null : convertedPrice(price, rate, currency)
  return { net, isConverted: net !== null }
}

/** Rounded to the minor unit, and where that says less than four figures, to four. */
export function convertedPrice(price: Decimal, rate: Decimal, currency: string): Decimal {
  const exact = dividedBy(price, rate, PRICE_PLACES)
  const [whole = '', fraction = ''] = exact.split('.')
  const leading = whole === '0' ? -(fraction.match(/^0*/u)?.[0].length ?? 0) : whole.length
  return round(exact, Math.min(Math.max(minorUnits(currency), 4 - leading), PRICE_PLACES))
}

interface Step {
  fromQuantity: Decimal
  validFrom: string | null
  validUntil: string | null
  price: Decimal
}

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
