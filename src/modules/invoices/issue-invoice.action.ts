/** Puts an invoice or a credit note into the books. */
import { defineAction } from '#kernel/action/action.ts'
import { isZero, type Decimal } from '#kernel/money/decimal.ts'
import { checkPriced, checkRated } from '#modules/pricing/index.ts'
import { issueClaim } from './issue-claim.ts'
import { issueCredit } from './issue-credit.ts'
import { booked, Invoice, ownInvoices } from './invoice.entity.ts'

export const issueInvoice = defineAction(Invoice, {
  name: 'issue',
  label: 'Issue',
  from: 'draft',
  to: booked,
  allow: { ...ownInvoices, finance: 'all' },
  tone: 'primary',
  async run(ctx, invoice) {
    checkInvoice(invoice)
    const to = await (invoice.kind === 'credit' ? issueCredit : issueClaim)(ctx, invoice)
    return { to }
  },
})

/** Freight may stand alone. @throws {Refusal} `document.no-lines`, `document.no-rate` */
function checkInvoice(invoice: Invoice): asserts invoice is Invoice & { rate: Decimal } {
  if (isZero(invoice.freight ?? '0')) checkPriced(invoice)
  else checkRated(invoice)
}
