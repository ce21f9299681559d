/** What of an order's lines is still to ship and to invoice, and how far the order has come. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { compare, isZero, max, minus, type Decimal } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'
import type { OrderLine } from './order.entity.ts'

type Counted = Pick<
  OrderLine,
  'quantity' | 'shippedQuantity' | 'invoicedQuantity' | 'returnedQuantity'
>

/** What came back is not shipped again. */
export function openToShip({ quantity, shippedQuantity }: Counted): Decimal {
  return max(minus(quantity, shippedQuantity), '0')
}

/**
 * @param basis 'ordered': all that was ordered; 'shipped': what left and did not come back
 */
export function openToInvoice(line: Counted, basis: 'ordered' | 'shipped'): Decimal {
  const whole = basis === 'ordered' ? line.quantity : line.shippedQuantity
  return max(minus(minus(whole, line.returnedQuantity), line.invoicedQuantity), '0')
}

/**
 * Closed when all goods left and all is invoiced that was not returned; shipped when all goods
 * left.
 * @param isGoods whether a product is kept in stock; services need no shipment
 */
export function stateByLines(
  lines: readonly (Counted & { product: string })[],
  isGoods: (product: string) => boolean,
): 'confirmed' | 'shipped' | 'closed' {
  const hasLeft = lines.every((line) => !isGoods(line.product) || isZero(openToShip(line)))
  if (!hasLeft) return 'confirmed'
  const isInvoiced = lines.every(
    (line) => compare(line.invoicedQuantity, minus(line.quantity, line.returnedQuantity)) >= 0,
  )
  if (isInvoiced) return 'closed'
  return lines.some((line) => isGoods(line.product)) ? 'shipped' : 'confirmed'
}

/** Which of the products are kept in stock. */
export async function goodsAmong(ctx: Ctx, products: readonly string[]): Promise<Set<string>> {
  const ids = [...new Set(products)]
  if (ids.length === 0) return new Set()
  const goods = await ctx.list(Product, { id: { in: ids }, kind: 'goods' })
  return new Set(goods.map((product) => product.id as string))
}
