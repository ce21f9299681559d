/** The order in which the places of a day are visited so that the way is short. */
import { metresBetween, type Place } from '#kernel/text/metres-between.ts'

type Route = readonly number[]

/**
 * Nearest neighbour first, then 2-opt: stretches are turned round as long as that shortens the way
 * (Croes 1958); the same from the order in which they come, so that it is never longer than that.
 * The way is open: it begins at `start`, where given, and ends at the last place.
 * @returns indexes of `stops` in the order of the visits
 */
export function dayRoute(start: Place | null, stops: readonly Place[]): Route {
  const asTheyCome = stops.map((_, index) => index)
  const way = (route: Route) => legsOf(start, stops, route).reduce((sum, leg) => sum + leg, 0)
  const [near, kept] = [nearestFirst(start, stops), asTheyCome].map((one) => shortened(one, way))
  return near && kept && way(near) <= way(kept) ? near : (kept ?? [])
}

/** Half a metre is no gain, and rounding must not turn for ever. */
const leastGain = 0.5

function shortened(first: Route, way: (route: Route) => number): Route {
  let route = first
  for (;;) {
    const shorter = turnings(route).find((one) => way(one) < way(route) - leastGain)
    if (!shorter) return route
    route = shorter
  }
}

/** Each route with one stretch turned round. */
function turnings(route: Route): Route[] {
  return route.flatMap((_, from) =>
    route.slice(from + 1).map((__, more) => {
      const end = from + more + 2
      return [...route.slice(0, from), ...route.slice(from, end).toReversed(), ...route.slice(end)]
    }),
  )
}

/** Metres from stop to stop; the first from `start`, or 0 without one. */
export function legsOf(start: Place | null, stops: readonly Place[], route: readonly number[]) {
  let here = start
  return route.map((index) => {
    const there = stops[index] as Place
    const metres = here ? metresBetween(here, there) : 0
    here = there
    return metres
  })
}

function nearestFirst(start: Place | null, stops: readonly Place[]): number[] {
  const left = new Set(stops.keys())
  const route: number[] = []
  let here = start ?? stops[0]
  while (left.size > 0 && here) {
    const from = here
    const next = [...left].reduce((best, one) => {
      const [near, other] = [stops[best], stops[one]]
      return near && other && metresBetween(from, other) < metresBetween(from, near) ? one : best
    })
    left.delete(next)
    route.push(next)
    here = stops[next]
  }
  return route
}
