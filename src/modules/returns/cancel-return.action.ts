/** Drops a return that did not come; its number stays. */
import { defineAction } from '#kernel/action/action.ts'
import { GoodsReturn, takers } from './goods-return.entity.ts'

export const cancelReturn = defineAction(GoodsReturn, {
  name: 'cancel',
  label: 'Cancel return',
  from: 'draft',
  to: 'cancelled',
  allow: takers,
  tone: 'danger',
  run: async () => undefined,
})
