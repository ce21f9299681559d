/** The quote on paper. */
import { definePrint } from '#kernel/print/layout.ts'
import { Contact } from '#modules/customers/index.ts'
import { documentHead, facts, nameOfUser, pricedTable, totals } from '#modules/pricing/index.ts'
import { Quote } from './quote.entity.ts'

export const quotePrint = definePrint({
  name: 'quote',
  label: 'Quote',
  entity: Quote,
  marks: ['draft', 'cancelled'],
  async form(ctx, id, locale, t) {
    const language = { locale, t }
    const quote = await ctx.find(Quote, id)
    const contact = quote.contact ? await ctx.find(Contact, quote.contact, { deleted: true }) : null
    const head = await documentHead(ctx, quote, t('Customer'), language)
    return {
      title: t('Quote'),
      ...head,
      facts: facts(language, [
        [t('Date'), quote.quotedOn],
        [t('Valid until'), quote.validUntil],
        [t('Contact'), contact?.name ?? null],
        [t('Salesperson'), await nameOfUser(ctx, quote.owner)],
        [t('Currency'), quote.currency],
      ]),
      ...(await pricedTable(ctx, quote, language)),
      ...totals(quote, language),
      ...(quote.terms ? { notes: quote.terms } : {}),
      signatures: [t('Customer'), t('Salesperson')],
    }
  },
})
