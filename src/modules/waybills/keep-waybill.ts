/** What holds of each waybill, however it comes about: one number, sound days, whole lines. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Values } from '#kernel/entity/parse-draft.ts'
import { newToken } from '#kernel/session/token.ts'
import { fold } from '#kernel/text/fold.ts'
import { daysBetween } from '#kernel/time/date.ts'
import { carriedLines } from './what-it-carries.ts'
import { writeEvent } from './waybill-event.entity.ts'
import { open, Waybill } from './waybill.entity.ts'

export async function beginWaybill(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const row = facts.row as Waybill
  await check(ctx, row)
  const lines = await carriedLines(ctx, row)
  await ctx.save(Waybill, row.id, { trackingKey: newToken(), lines })
  await writeEvent(ctx, { waybill: row.id, what: 'sent', happenedOn: row.sentOn })
}

/** Who was told of a day that moved is told anew when that passes too. */
export async function keepWaybill(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [row, before] = [facts.row as Waybill, facts.before as Waybill]
  await check(ctx, row)
  const isMoved = row.promisedOn !== before.promisedOn
  const told = isMoved ? { toldOn: null, escalatedOn: null } : {}
  await ctx.save(Waybill, row.id, { lines: await carriedLines(ctx, row), ...told })
}

/** How long it took, and by how much that was too long. */
export function deriveDays(row: Readonly<Values>): Values {
  const { sentOn, promisedOn, deliveredOn } = row as Partial<Waybill>
  if (!deliveredOn || !sentOn) return { daysTaken: null, daysLate: null }
  const late = promisedOn ? Math.max(0, daysBetween(promisedOn, deliveredOn)) : null
  return { daysTaken: daysBetween(sentOn, deliveredOn), daysLate: late }
}

/** @throws {Refusal} `waybill.expected-before-sent`, `waybill.number-runs` */
async function check(ctx: Ctx, row: Waybill): Promise<void> {
  const { id, number, carrier, sentOn, promisedOn } = row
  if (promisedOn !== null && promisedOn < sentOn)
    fail('waybill.expected-before-sent', {}, { field: 'promisedOn' })
  // Carriers give a number again after some time.
  const same = await ctx.list(Waybill, { number, status: open })
  const isTaken = same.some((one) => one.id !== id && fold(one.carrier) === fold(carrier))
  if (isTaken) fail('waybill.number-runs', { number }, { field: 'number' })
}
