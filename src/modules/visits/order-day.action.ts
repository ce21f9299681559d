/** The visits of a day get their turns, so that the way from one to the next is short. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { placeOfAddress, type Place } from '#kernel/text/metres-between.ts'
import { dayRoute, legsOf } from './day-route.ts'
import { Visit } from './visit.entity.ts'

/** More stops than anybody makes in a day; the search for a short way is quick for so many. */
const mostStops = 40

export const orderDay = defineCollectionAction(Visit, {
  name: 'order-day',
  label: 'Order the visits of a day',
  allow: ['sales', 'sales-lead', 'service'],
  opens: true,
  input: {
    on: f.date({ required: true, default: 'today', label: 'Day' }),
    start: f.address({ label: 'From where', help: 'Empty: from the first place.' }),
  },
  async run(ctx, { on, start }) {
    const mine = { owner: ctx.person.id, plannedOn: on, status: 'planned' as const }
    const visits = await ctx.list(Visit, mine, { limit: mostStops, lock: true })
    if (visits.length === 0) fail('visit.none-that-day', { day: on }, { field: 'on' })
    const placed = visits.flatMap((visit) => {
      const place = placeOfAddress(visit.place)
      return place ? [{ visit, place }] : []
    })
    await giveTurns(ctx, placed, placeOfAddress(start))
    const rest = visits.filter((visit) => !placeOfAddress(visit.place))
    for (const [index, { id }] of rest.entries())
      await ctx.save(Visit, id, { turn: placed.length + index + 1, way: null })
    return { result: { entity: 'visit', where: { owner: 'me', plannedOn: on } } }
  },
})

type Placed = { visit: Visit; place: Place }

async function giveTurns(ctx: Ctx, placed: readonly Placed[], start: Place | null): Promise<void> {
  const stops = placed.map(({ place }) => place)
  const route = dayRoute(start, stops)
  const legs = legsOf(start, stops, route)
  for (const [turn, index] of route.entries()) {
    const stop = placed[index]
    if (!stop) continue
    await ctx.save(Visit, stop.visit.id, { turn: turn + 1, way: Math.round(legs[turn] ?? 0) })
  }
}
