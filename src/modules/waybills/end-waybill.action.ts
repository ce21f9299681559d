/** How a consignment ends: with the customer, not delivered, sent out once more, or gone back. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { shippers } from '#modules/shipping/index.ts'
import { writeEvent } from './waybill-event.entity.ts'
import { Waybill } from './waybill.entity.ts'

/** Under a name of its own: the record has no such day yet, and would say so. */
const on = (label: string) => f.date({ label, required: true, default: 'today' })
const words = f.longText({ maxLength: 2000, label: 'For the customer' })
const { failureReason, failureNote, signedBy } = Waybill.fields
const notTold = { toldOn: null, escalatedOn: null }
const noFailure = { failureReason: null, failureNote: null }

export const deliverWaybill = defineAction(Waybill, {
  name: 'deliver',
  label: 'Delivered',
  from: ['underway', 'failed'],
  to: 'delivered',
  allow: shippers,
  tone: 'primary',
  input: { on: on('Delivered on'), signedBy: { ...signedBy, computed: false } },
  async run(ctx, waybill, { on: deliveredOn, signedBy: signed }) {
    checkDay(ctx, waybill, deliveredOn)
    await ctx.save(Waybill, waybill.id, { deliveredOn, signedBy: signed, ...notTold })
    await writeEvent(ctx, { waybill: waybill.id, what: 'delivered', happenedOn: deliveredOn })
  },
})

export const failWaybill = defineAction(Waybill, {
  name: 'fail',
  label: 'Not delivered',
  from: 'underway',
  to: 'failed',
  allow: shippers,
  tone: 'danger',
  input: {
    failureReason: { ...failureReason, computed: false, required: true as const },
    failureNote: { ...failureNote, computed: false },
    on: on('Tried on'),
  },
  async run(ctx, waybill, { on: happenedOn, ...why }) {
    checkDay(ctx, waybill, happenedOn)
    await ctx.save(Waybill, waybill.id, { ...why, ...notTold })
    const event = { what: 'failed', words: why.failureNote } as const
    await writeEvent(ctx, { waybill: waybill.id, happenedOn, ...event })
  },
})

export const sendWaybillAgain = defineAction(Waybill, {
  name: 'send-again',
  label: 'Send out again',
  from: 'failed',
  to: 'underway',
  allow: shippers,
  input: {
    on: on('Sent out again on'),
    until: f.date({ label: 'Now expected on', help: 'Empty: the day agreed before.' }),
    words,
  },
  async run(ctx, waybill, { on: happenedOn, until, words: said }) {
    checkDay(ctx, waybill, happenedOn)
    const promisedOn = until ?? waybill.promisedOn
    if (until !== null && until < happenedOn)
      fail('waybill.expected-before-sent', {}, { field: 'until' })
    await ctx.save(Waybill, waybill.id, { promisedOn, ...noFailure, ...notTold })
    await writeEvent(ctx, { waybill: waybill.id, what: 'again', happenedOn, words: said })
  },
})

export const returnWaybill = defineAction(Waybill, {
  name: 'return',
  label: 'Gone back',
  from: ['underway', 'failed'],
  to: 'returned',
  allow: shippers,
  tone: 'quiet',
  confirm: 'The goods are on their way back to us; what comes in is entered as a return.',
  input: { on: on('Gone back on'), words },
  async run(ctx, waybill, { on: happenedOn, words: said }) {
    checkDay(ctx, waybill, happenedOn)
    await ctx.save(Waybill, waybill.id, notTold)
    await writeEvent(ctx, { waybill: waybill.id, what: 'returned', happenedOn, words: said })
  },
})

/** Said by mistake, or of another parcel: that it was said stays among the events. */
export const reopenWaybill = defineAction(Waybill, {
  name: 'reopen',
  label: 'Still underway',
  from: ['delivered', 'returned'],
  to: 'underway',
  allow: shippers,
  tone: 'quiet',
  reason: true,
  async run(ctx, waybill) {
    await ctx.save(Waybill, waybill.id, { deliveredOn: null, signedBy: null, ...noFailure })
    await writeEvent(ctx, { waybill: waybill.id, what: 'moving', happenedOn: ctx.today })
  },
})

/** @throws {Refusal} `waybill.happens-later`, `waybill.happens-before` */
function checkDay({ today }: Ctx, { sentOn }: Waybill, day: string): void {
  if (day > today) fail('waybill.happens-later', {}, { field: 'on' })
  if (day < sentOn) fail('waybill.happens-before', { sentOn }, { field: 'on' })
}
