/** The web server put together: limits, headers, routes, errors in the reader's words. */
import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { House } from '../house.ts'
import { registerActionRoutes } from './action-routes.ts'
import type { Asker, Identify } from './asker.ts'
import { readBodiesStrictly } from './body.ts'
import { answerErrors } from './errors.ts'
import { registerHouseRoutes, type HouseFacts } from './house-routes.ts'
import { registerListRoutes } from './list-routes.ts'
import { registerRecordRoutes } from './record-routes.ts'
import { registerStateRoutes } from './state-routes.ts'
import { logRequests } from './log-requests.ts'
import { openVoice, type Voice } from './voice.ts'

export interface ServerWish {
  house: House
  identify: Identify
  facts: HouseFacts
  /** Rule → English of the kernel and the modules. */
  messages: Readonly<Record<string, string>>
  logger?: FastifyServerOptions['loggerInstance']
  trustProxy: FastifyServerOptions['trustProxy']
  /** Hosts beside our own whose pictures a page may show. */
  pictureHosts: readonly string[]
  /** Requests per minute and address; 0 = no limit. */
  rateLimit: number
  /** Routes of other parts (sessions, files, events, import, the web app). */
  more: ((app: FastifyInstance, asker: Asker, voice: Voice) => Promise<void> | void)[]
}

const largestBody = 4 * 1024 * 1024

export async function buildServer(wish: ServerWish): Promise<FastifyInstance> {
  const app = fastify({
    ...(wish.logger ? { loggerInstance: wish.logger } : {}),
    trustProxy: wish.trustProxy ?? false,
    bodyLimit: largestBody,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
  })
  const voice = openVoice(wish.messages)
  await protect(app, wish)
  readBodiesStrictly(app)
  answerErrors(app, voice, wish.identify)
  logRequests(app)
  registerStateRoutes(app, wish.house)
  const asker: Asker = { house: wish.house, identify: wish.identify }
  for (const register of wish.more) await register(app, asker, voice)
  registerHouseRoutes(app, asker, voice, wish.facts)
  registerListRoutes(app, asker)
  registerRecordRoutes(app, asker, voice)
  registerActionRoutes(app, asker, voice)
  return app
}

async function protect(app: FastifyInstance, wish: ServerWish): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...wish.pictureHosts],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: wish.trustProxy ? { maxAge: 31_536_000 } : false,
    frameguard: { action: 'sameorigin' },
  })
  if (wish.rateLimit > 0) {
    await app.register(rateLimit, { max: wish.rateLimit, timeWindow: 60_000 })
  }
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // A connection kept for the next request would hold up the end by as long as it is kept.
    if (closing) reply.header('connection', 'close')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store')
    }
  })
}
