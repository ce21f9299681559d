/** The started product for tests: the real server on its own database, with people signed in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { openHouse } from '#app/open-house.ts'
import { openLogger } from '#app/open-logger.ts'
import { openWeb } from '#app/open-web.ts'
import { setUpCompany } from '#app/set-up-company.ts'
import { readSettings } from '#app/settings.ts'
import { program } from '#kernel/access/person.ts'
import { personOf } from '#kernel/access/load-person.ts'
import { sightOf, type Caller } from '#kernel/action/caller.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import type { Sight } from '#kernel/access/scope.ts'
import type { DatabaseAccess } from '#kernel/db/roles.ts'
import type { House } from '#kernel/house.ts'
import { createCompany } from '#kernel/session/set-up.ts'
import { startSession } from '#kernel/session/sessions.ts'
import { cloneDatabase } from '#kernel/testing/cluster.ts'
import { watchStatements } from '#kernel/testing/statement-rules.ts'
import { today } from '#kernel/time/date.ts'
import { User } from '#modules/people/index.ts'

export interface Answer {
  status: number
  /** Read as JSON where it is; else null. */
  body: Record<string, unknown>
  text: string
  bytes: Buffer
  headers: Record<string, unknown>
}

/** Somebody who is signed in, or nobody. */
export interface Visitor {
  caller: Caller | null
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT',
    url: string,
    body?: unknown,
  ): Promise<Answer>
  /** The same with bytes or headers of one's own making. */
  send(request: InjectOptions): Promise<Answer>
}

export interface PersonWish {
  name?: string
  roles?: string[]
  reportsTo?: string | null
  department?: string | null
}

export interface Company {
  tenant: string
  administrator: Visitor
  /** A person with these roles, signed in. */
  person(wish: PersonWish): Promise<Visitor & { caller: Caller }>
  /** Runs work in one transaction as the program. */
  within<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** What the permission compiler knows of a visitor now. */
  sight(visitor: Visitor): Promise<Sight>
}

export interface Product {
  house: House
  app: FastifyInstance
  access: DatabaseAccess
  dataDir: string
  nobody: Visitor
  company(name: string): Promise<Company>
  /** SQL of the test's own as the owner of the tables, whom row-level security does not bind. */
  asOwner<R>(text: string, values?: unknown[]): Promise<R[]>
}

export interface ProductWish {
  /** Does the queued work. */
  work?: boolean
  /** Settings of the operator. */
  environment?: Record<string, string>
  /** Takes the lines of the log. */
  log?: { write(line: string): void }
}

/** Starts one product for a test file; closed and removed afterwards. */
export function useProduct(options: ProductWish = {}): () => Product {
  let product: Product | null = null
  const closing: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    product = await openProduct(options, closing)
  }, 120_000)
  afterAll(async () => {
    for (const close of closing.toReversed()) await close()
  })
  return () => {
    if (!product) throw new Error('The product starts before the first test')
    return product
  }
}

async function openProduct(
  { work = false, environment = {}, log }: ProductWish,
  closing: (() => Promise<unknown>)[],
): Promise<Product> {
  const { access, drop } = await cloneDatabase()
  closing.push(drop)
  const dataDir = await mkdtemp(join(tmpdir(), 'shangmai-generic-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  const logger = log ? openLogger('info', log) : openLogger('silent')
  const settings = readSettings({ DATA_DIR: dataDir, RATE_LIMIT: '0', ...environment })
  const secretKey = 'a key for tests, long enough to seal'
  const mail = {
    smtpUrl: undefined,
    from: 'noreply@localhost',
    secretKey: Buffer.from(secretKey),
  }
  const opened = await openHouse({ access, dataDir, work, log: logger, mail })
  const { house } = opened
  closing.push(() => opened.close())
  await watchStatements(house.database)
  const app = await openWeb(house, settings, secretKey, logger)
  closing.push(() => app.close())
  if (work) await house.jobs.start()
  // One line that stays: a new one would have to learn all tables first.
  const owner = new Pool({ ...access.owner, max: 1 })
  owner.on('error', () => undefined)
  closing.push(() => owner.end())
  return {
    house,
    app,
    access,
    dataDir,
    nobody: visitorOf(app, null, null),
    company: (name) => newCompany(house, app, name),
    asOwner: async (text, values = []) => (await owner.query(text, values)).rows,
  }
}

function visitorOf<C extends Caller | null>(
  app: FastifyInstance,
  caller: C,
  cookie: string | null,
): Visitor & { caller: C } {
  const own = { 'x-shangmai': '1', ...(cookie ? { cookie: `shangmai_session=${cookie}` } : {}) }
  const send = async (request: InjectOptions): Promise<Answer> => {
    const answer = await app.inject({ ...request, headers: { ...own, ...request.headers } })
    const json = /json/u.test(String(answer.headers['content-type']))
    return {
      status: answer.statusCode,
      body: json ? answer.json<Record<string, unknown>>() : {},
      text: answer.payload,
      bytes: answer.rawPayload,
      headers: answer.headers,
    }
  }
  return {
    caller,
    send,
    ask: (method, url, body) =>
      send({ method, url, ...(body === undefined ? {} : { payload: body as object }) }),
  }
}

let companies = 0

async function newCompany(house: House, app: FastifyInstance, name: string): Promise<Company> {
  companies += 1
  const owner = { name: 'Mei Chen', email: `owner-${companies}@generic.example`, password: 'x' }
  const place = { country: 'TW', currency: 'TWD', timeZone: 'Asia/Taipei', locale: 'en' as const }
  const { tenant, user } = await createCompany(
    house,
    { company: name, ...place, ...owner },
    setUpCompany,
  )
  const caller: Caller = { tenant, person: program, via: 'job' }
  const within = <T>(work: (ctx: Ctx) => Promise<T>) =>
    write(house, caller, {}, (unit) => work(openCtx(unit)))
  return {
    tenant,
    within,
    administrator: await signIn(house, app, tenant, user),
    person: async (wish) => signIn(house, app, tenant, await within((ctx) => newUser(ctx, wish))),
    sight: (visitor) => {
      if (!visitor.caller) throw new Error('Nobody sees nothing')
      return sightOf(house, visitor.caller)
    },
  }
}

let people = 0

async function newUser(ctx: Ctx, { name, roles = [], ...rest }: PersonWish): Promise<string> {
  people += 1
  const email = `person-${people}@generic.example`
  const user = { name: name ?? `Person ${people}`, email, roles, locale: 'en' as const, ...rest }
  return (await ctx.create(User, { ...user, active: true })).id
}

async function signIn(house: House, app: FastifyInstance, tenant: string, user: string) {
  const at = house.now()
  const visit = { at, address: '203.0.113.9', agent: 'test', requestId: 'test' }
  const token = await house.database.transaction(tenant, (tx) =>
    startSession(tx, { tenant, user }, visit, null),
  )
  const person = await personOf(house.database, tenant, user, today(at, 'Asia/Taipei'))
  if (!person) throw new Error('This person cannot sign in')
  return visitorOf(app, { tenant, person, via: 'web' as const }, token)
}
