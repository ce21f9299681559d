/** Every address of the started program, as its server knows them. */
import type { FastifyInstance } from 'fastify'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface Route {
  method: Method
  /** With its places: '/api/:entity/:id/history'. */
  path: string
}

const shape = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/u

/** Reads the server's own tree of routes; HEAD goes with GET. */
export function routesOf(app: FastifyInstance): Route[] {
  const way: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = shape.exec(line) ?? []
      way.splice(indent.length / 4, way.length, part)
      const path = way.join('')
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => ({ method: method as Method, path: meantBy(method, path) }))
    })
    .filter(({ path }) => path !== '*')
}

/** A record and an action on the whole collection stand at the same place. */
function meantBy(method: string, path: string): string {
  const isAction = method === 'POST' && path.endsWith(':id|:action')
  return path.replace(':id|:action', isAction ? ':action' : ':id')
}

/** The address with its places filled; what is not named stays an id that nobody has. */
export function addressOf({ path }: Route, places: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([a-z]+)/gu, (_, place: string) =>
    encodeURIComponent(places[place] ?? '00000000-0000-7000-8000-000000000000'),
  )
}
