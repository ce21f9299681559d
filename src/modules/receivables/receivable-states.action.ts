/** The states of an open item follow what settles it; people change them only through documents. */
import { defineAction } from '#kernel/action/action.ts'
import { Receivable } from './receivable.entity.ts'

const nothing = async () => undefined

export const closeReceivable = defineAction(Receivable, {
  name: 'settle',
  label: 'Settled',
  from: 'open',
  to: 'settled',
  allow: [],
  internal: true,
  run: nothing,
})

export const reopenReceivable = defineAction(Receivable, {
  name: 'reopen',
  label: 'Reopened',
  from: 'settled',
  to: 'open',
  allow: [],
  internal: true,
  run: nothing,
})

export const voidReceivableAction = defineAction(Receivable, {
  name: 'void',
  label: 'Void',
  from: 'open',
  to: 'void',
  allow: [],
  internal: true,
  run: nothing,
})
