/** Puts an invoice or a credit note into the books. */
import { defineAction } from '#kernel/action/action.ts'
import { checkPriced } from '#modules/pricing/index.ts'
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
    checkPriced(invoice)
    const to = await (invoice.kind === 'credit' ? issueCredit : issueClaim)(ctx, invoice)
    return { to }
  },
})
