/** Somebody heard where the goods are, and writes it down for colleagues and the customer. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { shippers } from '#modules/shipping/index.ts'
import { stations, WaybillEvent, writeEvent } from './waybill-event.entity.ts'
import { open, Waybill } from './waybill.entity.ts'

const { time, place, words } = WaybillEvent.fields

export const noteStation = defineAction(Waybill, {
  name: 'note-station',
  label: 'Write down where it is',
  from: open,
  allow: { ...shippers, service: 'all' },
  input: {
    what: f.choice(stations, { required: true, default: 'moving', label: 'What happened' }),
    place,
    on: f.date({ required: true, default: 'today', label: 'Day' }),
    time: { ...time, help: 'Empty: now, where it is today.' },
    words,
  },
  async run(ctx, waybill, { on: happenedOn, time: at, ...event }) {
    if (happenedOn > ctx.today) fail('waybill.happens-later', {}, { field: 'on' })
    const known = at === null ? {} : { time: at }
    await writeEvent(ctx, { ...event, waybill: waybill.id, happenedOn, ...known })
  },
})
