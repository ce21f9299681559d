/** A quote comes to nothing: the customer declines, or we take it back. */
import { defineAction } from '#kernel/action/action.ts'
import { ownQuotes, Quote } from './quote.entity.ts'

export const declineQuote = defineAction(Quote, {
  name: 'decline',
  label: 'Declined by customer',
  from: 'sent',
  to: 'declined',
  allow: ownQuotes,
  reason: true,
  run: async () => undefined,
})

export const cancelQuote = defineAction(Quote, {
  name: 'cancel',
  label: 'Cancel quote',
  from: ['draft', 'sent'],
  to: 'cancelled',
  allow: ownQuotes,
  reason: true,
  tone: 'danger',
  run: async () => undefined,
})
