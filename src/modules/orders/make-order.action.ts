/** Makes an order of a quote, at the quoted prices. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { Customer } from '#modules/customers/index.ts'
import { checkPriced, copiedLines, copiedTerms } from '#modules/pricing/index.ts'
import { ownQuotes, Quote } from '#modules/quotes/index.ts'
import { Order } from './order.entity.ts'

export const makeOrder = defineAction(Quote, {
  name: 'make-order',
  label: 'Make order',
  from: ['draft', 'sent'],
  to: 'ordered',
  allow: ownQuotes,
  opens: true,
  tone: 'primary',
  async run(ctx, quote) {
    checkPriced(quote)
    const { validUntil: until } = quote
    if (until !== null && until < ctx.today) fail('quote.expired', { until }, { status: 409 })
    const { name, address } = await ctx.find(Customer, quote.customer)
    const order = await ctx.create(Order, {
      ...copiedTerms(quote),
      quote: quote.id,
      owner: quote.owner,
      shipName: name,
      shipTo: address,
      lines: copiedLines(quote.lines),
    })
    await ctx.save(Quote, quote.id, { order: order.id })
    return { result: { entity: 'order', id: order.id } }
  },
})
