/** What happened to a waybill on the way: when, where, and what the customer reads of it. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineEntity, type Draft, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** What people write down; the others come about by what is done with the waybill. */
export const stations = [
  { value: 'collected', label: 'Collected', tone: 'blue' },
  { value: 'moving', label: 'On the road', tone: 'blue' },
  { value: 'depot', label: 'Reached a depot', tone: 'blue' },
  { value: 'customs', label: 'At customs', tone: 'ochre' },
  { value: 'out', label: 'Out for delivery', tone: 'blue' },
] as const

const turns = [
  { value: 'sent', label: 'Handed to the carrier', tone: 'grey' },
  { value: 'delivered', label: 'Delivered', tone: 'green' },
  { value: 'failed', label: 'Not delivered', tone: 'red' },
  { value: 'again', label: 'Sent out again', tone: 'blue' },
  { value: 'returned', label: 'Gone back', tone: 'grey' },
] as const

export const WaybillEvent = defineEntity('waybill-event', {
  label: { one: 'Event on the way', many: 'Events on the way' },
  purpose: 'Where the goods were when, as the customer reads it too.',
  begins: 'waybill',
  title: 'waybill',
  subtitle: ['what', 'place'],
  icon: 'map-pin',
  managed: true,
  fields: {
    waybill: f.ref('waybill', { required: true, part: true }),
    happenedOn: f.date({ required: true, default: 'today', label: 'Day' }),
    time: f.text({ holds: 'time', maxLength: 5, label: 'Time' }),
    what: f.choice([...stations, ...turns], { required: true, label: 'What happened' }),
    place: f.text({ maxLength: 200, label: 'Where it was' }),
    words: f.longText({ maxLength: 2000, label: 'For the customer' }),
  },
  access: { read: { manager: 'all' }, inherit: 'waybill' },
  list: {
    columns: ['waybill', 'happenedOn', 'time', 'what', 'place', 'words'],
    sort: '-happenedOn',
  },
  indexes: [['waybill', '-happenedOn', '-id']],
})
export interface WaybillEvent extends Row<typeof WaybillEvent> {}

/** What is said of today has the time of day. */
export async function writeEvent(
  ctx: Ctx,
  event: Draft<typeof WaybillEvent> & { happenedOn: string },
): Promise<void> {
  const time = event.happenedOn === ctx.today ? clock(ctx) : null
  await ctx.create(WaybillEvent, { time, ...event })
}

function clock({ now, timeZone }: Ctx): string {
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en', { ...hours, timeZone }).format(now)
}
