/** What credit notes took back of the goods of orders. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Decimal } from '#kernel/money/decimal.ts'

export interface CreditedGoods {
  orderLine: string
  quantity: Decimal
  /** The latest credit note that took some back. */
  number: string
}

/** @returns one answer per order line of which something was taken back */
export function creditedGoods(ctx: Ctx, orderLines: readonly string[]): Promise<CreditedGoods[]> {
  return ctx.sql<CreditedGoods>(
    sql`select l.order_line as "orderLine", sum(l.taken_back) as quantity, max(i.number) as number
      from invoice_line l join invoice i on i.tenant = l.tenant and i.id = l.parent
      where l.tenant = ${ctx.tenant} and i.tenant = ${ctx.tenant} and l.taken_back > 0
        and l.order_line = any(${orderLines}::uuid[]) and i.kind = 'credit'
        and i.status not in ('draft', 'void') and i.deleted_at is null
      group by l.order_line`,
  )
}
