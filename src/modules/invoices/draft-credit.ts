/** Drafts a credit note of parts of an invoice, at the prices that are left. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { isZero, type Decimal } from '#kernel/money/decimal.ts'
import { copiedLines, copiedTerms } from '#modules/pricing/index.ts'
import { Invoice, type InvoiceLine } from './invoice.entity.ts'
import type { Left } from './standing.ts'

/** Where no goods are left, one stands for the amount that is. */
export interface CreditPart extends Left {
  readonly line: InvoiceLine
}

/** @returns the id of the draft */
export async function draftCredit(
  ctx: Ctx,
  invoice: Invoice,
  parts: readonly CreditPart[],
  { freight, goodsReturn = null }: { freight: Decimal; goodsReturn?: Invoice['goodsReturn'] },
): Promise<string> {
  const copies = copiedLines(
    parts.map(({ line, quantity, unitPrice, discountPercent }) => ({
      ...line,
      quantity: isZero(quantity) ? '1' : quantity,
      unitPrice,
      discountPercent,
    })),
  )
  const { id } = await ctx.create(Invoice, {
    ...copiedTerms(invoice),
    freight: isZero(freight) ? null : freight,
    kind: 'credit',
    corrects: invoice.id,
    goodsReturn,
    order: invoice.order,
    owner: invoice.owner,
    lines: copies.map((copy, index) => ({
      ...copy,
      corrects: parts[index]?.line.id as InvoiceLine['corrects'],
      order: parts[index]?.line.order ?? null,
      orderLine: parts[index]?.line.orderLine ?? null,
    })),
  })
  return id
}
