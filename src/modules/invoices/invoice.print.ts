/** The invoice and the credit note on paper. */
import { definePrint } from '#kernel/print/layout.ts'
import { documentHead, facts, nameOfUser, pricedTable, totals } from '#modules/pricing/index.ts'
import { Invoice } from './invoice.entity.ts'

export const invoicePrint = definePrint({
  name: 'invoice',
  label: 'Invoice',
  entity: Invoice,
  marks: ['draft', 'void'],
  async form(ctx, id, locale, t) {
    const language = { locale, t }
    const invoice = await ctx.find(Invoice, id)
    const corrected = invoice.corrects ? await ctx.find(Invoice, invoice.corrects) : null
    const isCredit = invoice.kind === 'credit'
    return {
      title: isCredit ? t('Credit note') : t('Invoice'),
      ...(await documentHead(ctx, invoice, t('Customer'), language)),
      facts: facts(language, [
        [t('Date'), invoice.invoicedOn],
        [t('Due on'), isCredit ? null : invoice.dueOn],
        [t('Corrects'), corrected?.number ?? null],
        [t('Salesperson'), await nameOfUser(ctx, invoice.owner)],
        [t('Currency'), invoice.currency],
      ]),
      ...(await pricedTable(ctx, invoice, language)),
      ...totals(invoice, language),
      signatures: [t('Customer'), t('Salesperson')],
    }
  },
})
