/** Settles invoices with money or with credit notes, and takes that back. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, isNegative, isZero, abs, minus, type Decimal } from '#kernel/money/decimal.ts'
import {
  lockReceivables,
  Receivable,
  settleReceivables,
  unsettleReceivables,
  type Cause,
} from '#modules/receivables/index.ts'
import { followItem } from './follow-receivable.action.ts'
import { Invoice, unpaid } from './invoice.entity.ts'

export interface Part {
  invoice: string
  /** In the invoice's currency; negative for a credit note. */
  amount: Decimal
}

export interface Settlement {
  customer: string
  currency: string
  parts: readonly Part[]
}

/**
 * @returns what was settled of each part in base currency, at its invoice's rate
 * @throws {Refusal} `invoice.of-another`, `invoice.other-currency-paid`, `invoice.not-open`,
 *   `invoice.wrong-sign`, `invoice.more-than-open`, each at the line of the part
 */
export async function settleInvoices(
  ctx: Ctx,
  { parts, ...payer }: Settlement,
  cause: Cause,
): Promise<Decimal[]> {
  if (parts.length === 0) return []
  const invoices = await lockInvoices(ctx, parts)
  refuseMisfits(invoices, parts, payer)
  const items = await lockReceivables(ctx, 'invoice', [...invoices.keys()])
  const bases = await settleReceivables(ctx, payer.customer, itemParts(items, parts), cause)
  await followAll(ctx, items)
  return bases
}

/** @param parts with the base amounts that settling answered */
export async function unsettleInvoices(
  ctx: Ctx,
  customer: string,
  parts: readonly (Part & { base: Decimal })[],
  cause: Cause,
): Promise<void> {
  if (parts.length === 0) return
  const invoices = await lockInvoices(ctx, parts)
  const items = await lockReceivables(ctx, 'invoice', [...invoices.keys()])
  await unsettleReceivables(ctx, customer, itemParts(items, parts), cause)
  await followAll(ctx, items)
}

/** Invoices before their open items, in the order of ids: two receipts never wait in a circle. */
async function lockInvoices(ctx: Ctx, parts: readonly Part[]): Promise<Map<string, Invoice>> {
  const ids = [...new Set(parts.map((part) => part.invoice))]
  const [only] = ids
  const invoices =
    ids.length === 1 && only
      ? [await ctx.lock(Invoice, only)]
      : await ctx.list(Invoice, { id: { in: ids } }, { lock: true, withLines: true })
  return new Map(invoices.map((invoice) => [invoice.id, invoice]))
}

function refuseMisfits(
  invoices: Map<string, Invoice>,
  parts: readonly Part[],
  payer: Omit<Settlement, 'parts'>,
): void {
  const open = new Map<string, Decimal>()
  for (const [index, { invoice: id, amount }] of parts.entries()) {
    const invoice = invoices.get(id)
    if (!invoice) fail('record.not-found', { entity: 'invoice', id }, { status: 404 })
    const left = open.get(id) ?? invoice.open
    refuseMisfit(invoice, { left, amount, payer, field: `lines.${index}` })
    open.set(id, minus(left, amount))
  }
}

interface Wanted {
  left: Decimal
  amount: Decimal
  payer: Omit<Settlement, 'parts'>
  field: string
}

function refuseMisfit(invoice: Invoice, { left, amount, payer, field }: Wanted): void {
  const { number, currency } = invoice
  const atInvoice = { field: `${field}.invoice` }
  if (invoice.customer !== payer.customer) fail('invoice.of-another', { number }, atInvoice)
  if (currency !== payer.currency) {
    fail('invoice.other-currency-paid', { number, currency, paid: payer.currency }, atInvoice)
  }
  if (!unpaid.some((status) => status === invoice.status)) {
    fail('invoice.not-open', { number }, { ...atInvoice, status: 409 })
  }
  const at = { field: `${field}.amount`, status: 409 }
  const isCredit = invoice.kind === 'credit'
  if (isZero(amount) || isNegative(amount) !== isCredit) {
    fail('invoice.wrong-sign', { number, kind: invoice.kind }, { field: `${field}.amount` })
  }
  if (compare(abs(amount), abs(left)) > 0) {
    fail('invoice.more-than-open', { number, open: left, amount }, at)
  }
}

function itemParts<P extends Part>(items: Map<string, Receivable>, parts: readonly P[]) {
  return parts.map((part) => ({ ...part, item: itemOf(items, part.invoice).id as string }))
}

function itemOf(items: Map<string, Receivable>, invoice: string): Receivable {
  const item = items.get(invoice)
  if (!item) throw new Error(`Invoice ${invoice} has no open item`)
  return item
}

async function followAll(ctx: Ctx, items: Map<string, Receivable>): Promise<void> {
  for (const [invoice, { id }] of items) {
    await followItem(ctx, invoice, await ctx.lock(Receivable, id))
  }
}
