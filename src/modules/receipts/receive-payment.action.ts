/** Books the payment of one invoice: makes its receipt and posts it in one go. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Invoice, unpaid } from '#modules/invoices/index.ts'
import { postReceipt } from './post-receipt.action.ts'
import { accountField, feeField, methodField, Receipt } from './receipt.entity.ts'

export const receivePayment = defineAction(Invoice, {
  name: 'receive-payment',
  label: 'Receive payment',
  from: unpaid,
  allow: ['finance'],
  tone: 'primary',
  input: {
    amount: f.money({
      currency: 'currency',
      min: '0.000001',
      label: 'Amount',
      help: 'Empty: all that is open.',
    }),
    receivedOn: f.date({ required: true, default: 'today', label: 'Received on' }),
    method: methodField(),
    account: accountField(),
    rate: f.decimal({
      label: 'Exchange rate',
      places: 10,
      min: '0.0000000001',
      help: "Empty: the invoice's rate.",
    }),
    fee: feeField(),
    reference: f.text({ label: 'Reference', maxLength: 120, help: 'E.g. number of the cheque.' }),
  },
  async run(ctx, invoice, { amount, rate, ...given }) {
    const { id, number, customer, currency, owner, open } = invoice
    if (invoice.kind === 'credit') fail('receipt.of-credit', { number }, { status: 409 })
    const paid = amount ?? open
    const receipt = await ctx.create(Receipt, {
      ...given,
      customer,
      currency,
      owner,
      rate: rate ?? invoice.rate,
      amount: paid,
      lines: [{ invoice: id, amount: paid }],
    })
    await ctx.do(postReceipt, receipt.id)
    return { result: { entity: 'receipt', id: receipt.id } }
  },
})
