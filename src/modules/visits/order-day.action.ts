/** Visits of a day get their turns, so that the way from one to the next is short. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { isAdministrator } from '#kernel/access/person.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { placeOfAddress, type Place } from '#kernel/text/metres-between.ts'
import { dayRoute, legsOf } from './day-route.ts'
import { Visit } from './visit.entity.ts'

/** More stops than anybody makes in a day; the search for a short way is quick for so many. */
const mostStops = 40

export const orderDay = defineCollectionAction(Visit, {
  name: 'order-day',
  label: 'Order the way',
  allow: ['sales', 'sales-lead', 'service'],
  opens: true,
  input: {
    visits: f.refs('visit', { required: true, label: 'Visits' }),
    start: f.address({ label: 'From where', help: 'Empty: from the first place.' }),
  },
  async run(ctx, { visits: ids, start }) {
    const visits = await ctx.list(Visit, { id: [...(ids ?? [])] }, { limit: mostStops, lock: true })
    for (const visit of visits) refuseOthers(ctx, visit)
    const placed = visits.flatMap((visit) => {
      const place = placeOfAddress(visit.place)
      return place ? [{ visit, place }] : []
    })
    await giveTurns(ctx, placed, placeOfAddress(start))
    const rest = visits.filter((visit) => !placeOfAddress(visit.place))
    for (const [index, { id }] of rest.entries())
      await ctx.save(Visit, id, { turn: placed.length + index + 1, way: null })
    return { result: { entity: 'visit', where: { id: [...(ids ?? [])] } } }
  },
})

/** One orders one's own way, a lead that of the team; what is over stays as it was. */
function refuseOthers({ person }: Ctx, { owner, status, purpose }: Visit): void {
  const isOwn = person.team.includes(owner) || isAdministrator(person)
  if (!isOwn) fail('visit.of-another', { visit: purpose }, { field: 'visits', status: 403 })
  if (status !== 'planned') fail('visit.not-planned', { visit: purpose }, { field: 'visits' })
}

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
