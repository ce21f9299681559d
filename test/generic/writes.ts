/** Every address that takes a body, filled with what is really there, so that the body is read. */
import type { FastifyInstance } from 'fastify'
import { addressOfThing, type OwnThings } from './own-things.ts'
import { addressOf, routesOf, type Route } from './routes.ts'
import type { Samples } from './samples.ts'

export type Write = [route: Route, url: string]

/** Signing out needs no body, and ends what a test needs. */
const withoutBody = new Set(['DELETE /api/session'])

export const keyOf = ({ method, path }: Route) => `${method} ${path}`

export function writesOf(app: FastifyInstance, samples: Samples, things: OwnThings): Write[] {
  return routesOf(app)
    .filter((route) => route.method !== 'GET' && !withoutBody.has(keyOf(route)))
    .map((route) => [
      route,
      addressOfThing(route, things) ?? addressOf(route, places(route, samples)),
    ])
}

/** An order is confirmed or shipped with others; a customer is what all else is done with. */
function places({ path }: Route, { ids }: Samples): Record<string, string> {
  const id = (entity: string) => ids.get(entity)?.[0] ?? ''
  const token = 'x'.repeat(43)
  if (!path.includes(':action')) return { entity: 'customer', id: id('customer'), token }
  const action = path.includes(':id') ? 'confirm' : 'ship-orders'
  return { entity: 'order', id: id('order'), action }
}
