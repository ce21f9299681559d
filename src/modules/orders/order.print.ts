/** The order confirmation on paper. */
import { definePrint } from '#kernel/print/layout.ts'
import { documentHead, facts, nameOfUser, pricedTable, totals } from '#modules/pricing/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Order } from './order.entity.ts'

export const orderPrint = definePrint({
  name: 'order',
  label: 'Order confirmation',
  entity: Order,
  marks: ['draft', 'cancelled'],
  async form(ctx, id, locale, t) {
    const language = { locale, t }
    const order = await ctx.find(Order, id)
    const { paymentDays } = await ctx.find(Customer, order.customer, { deleted: true })
    const { shipName: _, shipTo: __, ...toCustomer } = order
    return {
      title: t('Order confirmation'),
      ...(await documentHead(ctx, toCustomer, t('Customer'), language)),
      facts: facts(language, [
        [t('Date'), order.orderedOn],
        [t('Your reference'), order.customerReference],
        [t('Wanted on'), order.requiredOn],
        [t('Days to pay'), String(paymentDays)],
        [t('Salesperson'), await nameOfUser(ctx, order.owner)],
        [t('Currency'), order.currency],
        [t('Revision'), order.revision > 1 ? String(order.revision) : null],
      ]),
      ...(await pricedTable(ctx, order, language)),
      ...totals(order, language),
      signatures: [t('Customer'), t('Salesperson')],
    }
  },
})
