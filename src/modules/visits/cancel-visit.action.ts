/** A visit does not take place; why stands in the history. */
import { defineAction } from '#kernel/action/action.ts'
import { Visit, visitors } from './visit.entity.ts'

export const cancelVisit = defineAction(Visit, {
  name: 'cancel',
  label: 'Cancel the visit',
  from: ['planned', 'there'],
  to: 'cancelled',
  allow: visitors,
  reason: true,
  tone: 'danger',
  async run() {
    // Nothing else hangs on it: a visit writes its contact record when it is finished.
  },
})
