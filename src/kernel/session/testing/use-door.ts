/** A house with an open door for tests: its server, clock, companies, and browsers that knock. */
import { randomBytes } from 'node:crypto'
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { Department, Role, RoleGrant, Share, User } from '../../access/user.entity.ts'
import { Refusal } from '../../base/fail.ts'
import { sql } from '../../db/sql.ts'
import type { Batch, ChangeFeed } from '../../events/feed.ts'
import type { House } from '../../house.ts'
import { kernelModule } from '../../kernel-module.ts'
import { defineModule } from '../../module.ts'
import { useHouse, type FurnishedWorld } from '../../testing/use-house.ts'
import type { Account, SessionOptions } from '../door.ts'
import { identify } from '../identify.ts'
import { registerSessionRoutes } from '../register-session-routes.ts'
import { createCompany } from '../set-up.ts'

export const password = 'seven boats at noon'

export interface TestDoor {
  house: House
  app: FastifyInstance
  options: SessionOptions
  world: FurnishedWorld
  /** A company with its administrator, whose password is `password`. */
  company(name: string, email: string): Promise<Account>
  /** A browser of its own; each comes from another address. */
  browser(headers?: Record<string, string>): Browser
  /** A browser that has signed in. */
  signedIn(email: string): Promise<Browser>
  /** Moves the clock on. */
  wait(time: { seconds?: number; minutes?: number; days?: number }): void
  /** Actions of the audit about one user, oldest first. */
  audit(account: Account): Promise<string[]>
}

export interface Answer {
  status: number
  body: Record<string, unknown>
  headers: Record<string, unknown>
}

export interface Browser {
  cookie: string | null
  send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown): Promise<Answer>
}

const people = defineModule({
  name: 'people',
  label: 'People',
  entities: [Department, User, Role, RoleGrant, Share],
})

const doors = new WeakMap<FurnishedWorld, TestDoor>()

/** Opens one house for a test file; closed and removed afterwards. */
export function useDoor(given: Partial<SessionOptions> = {}): () => TestDoor {
  const world = useHouse([kernelModule, people], (opened) => furnish(opened, given))
  return () => {
    const door = doors.get(world())
    if (!door) throw new Error('The door opens before the first test')
    return door
  }
}

async function furnish(world: FurnishedWorld, given: Partial<SessionOptions>) {
  world.house.changes = feedWithin()
  const secretKey = randomBytes(32)
  const options = { secretKey, secureCookie: false, rateLimitPerMinute: 0, ...given }
  const app = serve(world.house, options)
  doors.set(world, openDoor(world, app, options))
  return async () => {
    await app.close()
  }
}

/** News within one process. */
function feedWithin(): ChangeFeed {
  const listeners = new Set<(batch: Batch) => void>()
  return {
    publish: (tenant, changes, by) => {
      for (const tell of listeners) tell({ tenant, changes, by })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    last: () => '',
    close: async () => listeners.clear(),
  }
}

function serve(house: House, options: SessionOptions): FastifyInstance {
  const app = fastify({ trustProxy: true })
  app.setErrorHandler(async (error, _request, reply) => {
    if (!(error instanceof Refusal)) throw error
    const { rule, facts, field, problems, status } = error
    await reply.code(status).send({ rule, facts, field, problems })
  })
  registerSessionRoutes(app, house, options)
  app.get('/who', async (request) => (await identify(house, request)) ?? {})
  app.post('/write', async (request) => (await identify(house, request)) ?? {})
  return app
}

function openDoor(world: FurnishedWorld, app: FastifyInstance, options: SessionOptions): TestDoor {
  const { house } = world
  const browser = (headers: Record<string, string> = {}) => openBrowser(app, headers)
  return {
    house,
    app,
    options,
    world,
    company: (name, email) => newCompany(house, name, email),
    browser,
    async signedIn(email) {
      const fresh = browser()
      const { body } = await fresh.send('POST', '/api/session', { email, password })
      if (body.ok !== true) throw new Error(`${email} cannot sign in: ${JSON.stringify(body)}`)
      return fresh
    },
    wait({ seconds = 0, minutes = 0, days = 0 }) {
      const passed = seconds + minutes * 60 + days * 86_400
      world.clock.now = new Date(world.clock.now.getTime() + passed * 1000)
    },
    async audit({ tenant, user }) {
      const rows = await house.database.read<{ action: string }>(
        tenant,
        sql`select action from audit where tenant = ${tenant} and entity = 'user'
          and record = ${user} order by id`,
      )
      return rows.map((row) => row.action)
    },
  }
}

function newCompany(house: House, company: string, email: string): Promise<Account> {
  const place = { country: 'TW', currency: 'TWD', timeZone: 'Asia/Taipei', locale: 'en' as const }
  return createCompany(house, { company, ...place, name: 'Mei Chen', email, password })
}

let browsers = 0

function openBrowser(app: FastifyInstance, headers: Record<string, string>): Browser {
  browsers += 1
  const own = { 'x-shangmai': '1', 'x-forwarded-for': `203.0.113.${browsers}`, ...headers }
  const browser: Browser = {
    cookie: null,
    async send(method, url, body) {
      const cookie = browser.cookie === null ? {} : { cookie: `shangmai_session=${browser.cookie}` }
      const request: InjectOptions = { method, url, headers: { ...own, ...cookie } }
      if (body !== undefined) request.payload = body as object
      const answer = await app.inject(request)
      const given = answer.cookies.find(({ name }) => name === 'shangmai_session')
      if (given) browser.cookie = given.value === '' ? null : given.value
      const { statusCode: status, headers: sent } = answer
      return { status, body: answer.json<Record<string, unknown>>(), headers: sent }
    },
  }
  return browser
}
