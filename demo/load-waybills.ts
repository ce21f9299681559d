/** What of the demo company's goods is with carriers: underway, late, failed, and what arrived. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { addDays } from '#kernel/time/date.ts'
import { Shipment } from '#modules/shipping/index.ts'
import {
  deliverWaybill,
  failWaybill,
  makeWaybill,
  noteStation,
  sendWaybillAgain,
} from '#modules/waybills/index.ts'

interface Course {
  carrier: string
  number: string
  /** Days from today. */
  sent: number
  promised: number
  depot?: string
  failed?: number
  again?: number
  delivered?: number
  signedBy?: string
}

const cat = '黑貓宅急便'
const hct = '新竹物流'
const sf = '順豐速運'

const courses: readonly Course[] = [
  { carrier: cat, number: '9007-1182-4410', sent: -1, promised: 1, depot: '台中轉運中心' },
  { carrier: sf, number: 'SF1482207751936', sent: 0, promised: 3 },
  { carrier: hct, number: '6820-441-7735', sent: -6, promised: -3, depot: '高雄營業所' },
  { carrier: hct, number: '6820-441-7902', sent: -4, promised: -2, failed: -2 },
  {
    carrier: cat,
    number: '9007-1180-2231',
    sent: -9,
    promised: -7,
    depot: '桃園轉運中心',
    delivered: -7,
    signedBy: '林小姐',
  },
  {
    carrier: hct,
    number: '6820-440-9918',
    sent: -9,
    promised: -7,
    failed: -7,
    again: -6,
    delivered: -5,
    signedBy: '警衛室',
  },
  { carrier: cat, number: '9007-1179-8804', sent: -10, promised: -8, delivered: -9 },
]

/** Each for a shipment of its own, the newest first. */
export async function loadWaybills(ctx: Ctx): Promise<void> {
  const sent = await ctx.list(Shipment, { status: 'sent' }, { sort: '-shippedOn', limit: 7 })
  for (const [index, { id }] of sent.entries()) {
    const course = courses[index]
    if (course) await follow(ctx, id, course)
  }
}

async function follow(ctx: Ctx, shipment: string, course: Course): Promise<void> {
  const { carrier, number, failed, again, delivered, depot, signedBy } = course
  const day = (from: number) => addDays(ctx.today, from)
  const days = { shippedOn: day(course.sent), promisedOn: day(course.promised) }
  const { result } = await ctx.do(makeWaybill, shipment, {
    carrier,
    trackingNumber: number,
    ...days,
  })
  const { id } = result as { id: string }
  const station = { what: 'depot', on: day(course.sent + 1), time: '06:40' } as const
  if (depot && course.sent < 0) await ctx.do(noteStation, id, { ...station, place: depot })
  const absent = { failureReason: 'absent', failureNote: '送貨時無人在場，已留通知單。' } as const
  if (failed !== undefined) await ctx.do(failWaybill, id, { ...absent, on: day(failed) })
  if (again !== undefined) await ctx.do(sendWaybillAgain, id, { on: day(again) })
  if (delivered !== undefined)
    await ctx.do(deliverWaybill, id, { on: day(delivered), signedBy: signedBy ?? null })
}
