/** Credits goods of orders that came back, on whichever invoices they stand. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { isZero, max, min, minus, type Decimal } from '#kernel/money/decimal.ts'
import { draftCredit, type CreditPart } from './draft-credit.ts'
import { booked, Invoice } from './invoice.entity.ts'
import { leftOf } from './standing.ts'

/**
 * Drafts one credit note per invoice, the latest first: it is the least likely to be paid.
 * @param wanted order line → quantity
 * @returns ids of the drafts; none where nothing of the goods stands on an invoice
 */
export async function creditGoods(
  ctx: Ctx,
  wanted: ReadonlyMap<string, Decimal>,
  goodsReturn: NonNullable<Invoice['goodsReturn']>,
): Promise<string[]> {
  const rest = new Map(wanted)
  const drafts: string[] = []
  const invoices = await invoicesOf(ctx, [...wanted.keys()])
  const drafted = await draftedCredits(ctx, invoices)
  for (const invoice of invoices) {
    const parts = takenFrom(invoice, rest, drafted)
    if (parts.length === 0) continue
    drafts.push(await draftCredit(ctx, invoice, parts, { freight: '0', goodsReturn }))
  }
  return drafts
}

async function invoicesOf(ctx: Ctx, orderLines: readonly string[]): Promise<Invoice[]> {
  const rows = await ctx.sql<{ id: string }>(
    sql`select distinct parent as id from invoice_line
      where tenant = ${ctx.tenant} and order_line = any(${orderLines}::uuid[])`,
  )
  const where = { id: { in: rows.map(({ id }) => id) }, kind: 'invoice', status: booked }
  const invoices = await ctx.list(Invoice, where, { lock: true, withLines: true })
  return invoices.sort((one, other) => (latest(one) < latest(other) ? 1 : -1))
}

const latest = ({ invoicedOn, number }: Invoice) => `${invoicedOn} ${number}`

/** Invoice line → what other drafts for returned goods are going to take back. */
async function draftedCredits(
  ctx: Ctx,
  invoices: readonly Invoice[],
): Promise<Map<string, Decimal>> {
  const ids = invoices.map(({ id }) => id as string)
  const rows = await ctx.sql<{ line: string; quantity: Decimal }>(
    sql`select l.corrects as line, sum(l.quantity) as quantity
      from invoice i join invoice_line l on l.tenant = i.tenant and l.parent = i.id
      where i.tenant = ${ctx.tenant} and l.tenant = ${ctx.tenant}
        and i.corrects = any(${ids}::uuid[]) and i.goods_return is not null
        and i.status = 'draft' and i.deleted_at is null
      group by l.corrects`,
  )
  return new Map(rows.map(({ line, quantity }) => [line, quantity]))
}

/** Takes from `rest` what stands on that invoice. */
function takenFrom(
  invoice: Invoice,
  rest: Map<string, Decimal>,
  drafted: ReadonlyMap<string, Decimal>,
): CreditPart[] {
  const left = leftOf(invoice)
  return invoice.lines.flatMap((line, index) => {
    const own = left.lines[index]
    const wanted = rest.get(line.orderLine ?? '')
    if (!own || wanted === undefined) return []
    const open = max(minus(own.quantity, drafted.get(line.id) ?? '0'), '0')
    const quantity = min(open, wanted)
    if (isZero(quantity)) return []
    rest.set(line.orderLine ?? '', minus(wanted, quantity))
    return [{ ...own, quantity, line }]
  })
}
