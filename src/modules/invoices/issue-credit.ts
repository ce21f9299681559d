/** Issues a credit note: the mirror of an invoice, set off against what is open of that invoice. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { baseAmount } from '#modules/pricing/index.ts'
import { isZero, min, negate, sum, type Decimal } from '#kernel/money/decimal.ts'
import { post, type PostingLine } from '#modules/ledger/index.ts'
import {
  lockReceivables,
  openReceivable,
  Receivable,
  settleReceivables,
} from '#modules/receivables/index.ts'
import { checkedCredit, creditedAfter } from './credited.ts'
import { followItem, stateBy } from './follow-receivable.action.ts'
import { Invoice } from './invoice.entity.ts'
import { noteOnOrders, orderParts } from './order-parts.ts'
import { claimPosting } from './posting.ts'

type State = ReturnType<typeof stateBy>
type Credit = Invoice & { rate: Decimal }

/** @returns the state it is in then: paid when it is used up by the corrected invoice */
export async function issueCredit(ctx: Ctx, draft: Credit): Promise<State> {
  if (draft.corrects === null) throw new Error(`${draft.number} corrects nothing`)
  const original = await ctx.lock(Invoice, draft.corrects)
  const credit = checkedCredit(original, draft)
  const { lines } = credit
  const parts = await orderParts(ctx, credit, 'takes-back', (line) => line.quantity)
  await noteOnOrders(ctx, parts)
  await ctx.save(Invoice, original.id, creditedAfter(original, credit, 'counts'))
  const base = baseAmount(credit.total, credit.rate, ctx.currency)
  const own = isZero(credit.total) ? null : await openOwn(ctx, credit, base)
  const { applied, bases } = await setOff(ctx, original, credit, own)
  await post(ctx, {
    on: credit.invoicedOn,
    field: 'invoicedOn',
    why: ctx.words('Credit note {number} for {other}', {
      number: credit.number,
      other: original.number,
    }),
    source: { entity: 'invoice', record: credit.id },
    lines: [...claimPosting(credit, base, ctx.currency), ...roundingLines(credit, sum(bases))],
  })
  const item = own ? await ctx.lock(Receivable, own.id) : { open: '0', settled: '0' }
  const appliedBase = bases[0] ?? '0'
  const dueOn = credit.invoicedOn
  await ctx.save(Invoice, credit.id, { dueOn, lines, open: item.open, applied, appliedBase })
  return stateBy(item)
}

function openOwn(ctx: Ctx, credit: Credit, base: Decimal): Promise<Receivable> {
  const { id, number, customer, invoicedOn, currency, rate } = credit
  return openReceivable(ctx, {
    number,
    customer,
    source: { entity: 'invoice', record: id },
    issuedOn: invoicedOn,
    dueOn: invoicedOn,
    currency,
    rate,
    amount: negate(credit.total),
    baseAmount: negate(base),
  })
}

interface SetOff {
  applied: Decimal
  /** Of the corrected invoice and of the credit note (negative). */
  bases: Decimal[]
}

async function setOff(
  ctx: Ctx,
  original: Invoice,
  credit: Credit,
  own: Receivable | null,
): Promise<SetOff> {
  const applied = own ? min(original.open, negate(own.open)) : '0'
  if (!own || isZero(applied)) return { applied, bases: [] }
  const item = (await lockReceivables(ctx, 'invoice', [original.id])).get(original.id)
  if (!item) throw new Error(`${original.number} has no open item`)
  const parts = [
    { item: item.id, amount: applied },
    { item: own.id, amount: negate(applied) },
  ]
  const cause = { on: credit.invoicedOn, entity: 'invoice', record: credit.id }
  const bases = await settleReceivables(ctx, original.customer, parts, cause)
  await followItem(ctx, original.id, await ctx.lock(Receivable, item.id))
  return { applied, bases }
}

/** Both sides are worth the same in their currency; in base currency they may differ. */
function roundingLines({ customer }: Invoice, difference: Decimal): PostingLine[] {
  return [
    { account: 'receivable', customer, credit: difference },
    { account: 'exchange', debit: difference },
  ]
}
