/** Drops a shipment that did not leave; its number stays. */
import { defineAction } from '#kernel/action/action.ts'
import { Shipment, shippers } from './shipment.entity.ts'

export const cancelShipment = defineAction(Shipment, {
  name: 'cancel',
  label: 'Cancel shipment',
  from: 'draft',
  to: 'cancelled',
  allow: shippers,
  tone: 'danger',
  run: async () => undefined,
})
