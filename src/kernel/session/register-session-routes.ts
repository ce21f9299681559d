/** The door of the house over HTTP: set-up, sign-in, invitations and API keys. */
import { fastifyCookie } from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import type { House } from '../house.ts'
import { registerPracticeRoutes } from '../practice/routes.ts'
import { openAddressLimit, openStrangers } from './attempts.ts'
import type { Door, SessionOptions } from './door.ts'
import { registerInvitationRoutes, registerSetUpRoutes } from './entrance-routes.ts'
import { isWrite, refuseForgery } from './forgery.ts'
import { registerOwnRoutes } from './own-routes.ts'
import { followChanges } from './people.ts'
import { registerSignInRoutes } from './session-routes.ts'

/**
 * Adds the routes, the reading of cookies that `identify` needs, and forgets people as their rights
 * change, until the server closes.
 */
export function registerSessionRoutes(
  app: FastifyInstance,
  house: House,
  options: SessionOptions,
): void {
  const limit = openAddressLimit(options.rateLimitPerMinute)
  const door: Door = { house, options, limit, strangers: openStrangers() }
  const stop = followChanges(house)
  app.addHook('onClose', async () => stop())
  void app.register(fastifyCookie)
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      // Also before anyone is signed in: nobody may be signed in as another by a foreign page.
      if (isWrite(request) && !isBearer(request.headers.authorization)) refuseForgery(request)
    })
    registerSetUpRoutes(scope, door)
    registerSignInRoutes(scope, door)
    registerOwnRoutes(scope, door)
    registerInvitationRoutes(scope, door)
    registerPracticeRoutes(scope, door)
  })
}

function isBearer(authorization: string | undefined): boolean {
  return /^Bearer\s/iu.test(authorization ?? '')
}
