/** A small named world for tests: one company, a few people, the real runner on a real database. */
import { afterAll, beforeAll, expect } from 'vitest'
import { personOf } from '../access/load-person.ts'
import type { Action, Input, Outcome } from '../action/action.ts'
import { sightOf, type Caller } from '../action/caller.ts'
import { create, remove, update } from '../action/crud.ts'
import type { Ctx } from '../action/ctx.ts'
import { openCtx } from '../action/open-ctx.ts'
import { runAction } from '../action/run-action.ts'
import { write } from '../action/write.ts'
import { Refusal } from '../base/fail.ts'
import { openDatabase } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { Draft, Entity, Row } from '../entity/entity.ts'
import type { Fields } from '../field/field.ts'
import type { House } from '../house.ts'
import { find } from '../query/find.ts'
import { list, type ListWish } from '../query/list.ts'
import { buildRegistry, type Registry } from '../registry.ts'
import { forgetChanged, openRemembrance } from '../remembrance.ts'
import { runReport } from '../report/run-report.ts'
import type { Report } from '../report/report.ts'
import type { Module } from '../module.ts'
import { openSafe } from '../session/safe.ts'
import { program } from '../access/person.ts'
import { cloneDatabase } from './cluster.ts'
import { watchStatements } from './statement-rules.ts'

/** What one person can do in the world, always through the runner or the permission compiler. */
export interface Actor {
  caller: Caller
  create<E extends Entity>(entity: E, draft: Draft<E>): Promise<Row<E>>
  update<E extends Entity>(
    entity: E,
    id: string,
    patch: Draft<E>,
    version?: number,
  ): Promise<Row<E>>
  remove(entity: Entity, id: string): Promise<void>
  do<I extends Fields>(
    action: Action<I>,
    id: string | null,
    input?: Partial<Input<I>>,
    more?: { reason?: string; now?: Date; dryRun?: boolean },
  ): Promise<Outcome>
  see<E extends Entity>(entity: E, id: string): Promise<Row<E>>
  list<E extends Entity>(entity: E, wish?: Partial<ListWish>): Promise<Row<E>[]>
  report(report: Report, params?: Record<string, unknown>): Promise<Record<string, unknown>[]>
}

export interface World {
  house: House
  tenant: string
  /** Names of jobs queued so far, oldest first. */
  jobs: { name: string; payload: Record<string, unknown> }[]
  /** The clock; set it to travel. */
  clock: { now: Date }
  /** A person with that role, made on first use; `name` tells several apart. */
  as(role: string, name?: string): Promise<Actor>
  /** The program itself, e.g. to look at what no role may see. */
  program: Actor
  /** Runs work in one transaction as the program. */
  within<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** A second, separate company in the same database. */
  elsewhere(): Promise<World>
}

/** Opens one world for a test file; its database is dropped afterwards. */
export function useWorld(modules: readonly Module[]): () => World {
  let world: World | null = null
  let close: () => Promise<void> = () => Promise.resolve()
  beforeAll(async () => {
    const { access, drop } = await cloneDatabase()
    const database = openDatabase(access.app)
    const opened = await openWorld(database, buildRegistry(modules))
    world = opened
    close = async () => {
      await database.close()
      await drop()
    }
  })
  afterAll(() => close())
  return () => {
    if (!world) throw new Error('The world opens before the first test')
    return world
  }
}

/** A world on a database of the caller's: a fresh company in it. */
export async function openWorld(database: House['database'], registry: Registry): Promise<World> {
  await watchStatements(database)
  const clock = { now: new Date('2026-11-23T02:00:00Z') }
  const jobs: World['jobs'] = []
  const house: House = {
    registry,
    database,
    ...openRemembrance(database, registry),
    jobs: {
      enqueue: async (_tx, _tenant, queued) => void jobs.push(...queued),
      start: async () => undefined,
      stop: async () => undefined,
      state: async () => [],
      failures: async () => [],
      runAgain: async () => false,
    },
    files: { put: refuseFiles, open: refuseFiles, has: async () => false, sweep: async () => 0 },
    changes: ownFeed(),
    safe: openSafe(Buffer.from('a key for tests')),
    now: () => clock.now,
  }
  forgetChanged(house)
  return newCompany(house, jobs, clock)
}

/** News of this process alone. */
function ownFeed(): House['changes'] {
  const listeners = new Set<Parameters<House['changes']['subscribe']>[0]>()
  return {
    publish: (tenant, changes, by) => {
      for (const listener of listeners) listener({ tenant, changes, by })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    last: () => '',
    close: async () => undefined,
  }
}

function refuseFiles(): never {
  throw new Error('This world has no files; use the file store in its own tests')
}

async function newCompany(
  house: House,
  jobs: World['jobs'],
  clock: World['clock'],
): Promise<World> {
  const tenant = newId()
  const settings = { currency: 'TWD', timeZone: 'Asia/Taipei', country: 'TW', locale: 'en' }
  await house.database.control(
    sql`insert into company (tenant, name, settings, created_at)
      values (${tenant}, 'Harbor Books', ${JSON.stringify(settings)}, ${clock.now})`,
  )
  const people = new Map<string, Promise<Actor>>()
  const world: World = {
    house,
    tenant,
    jobs,
    clock,
    program: actorOf(house, { tenant, person: program, via: 'job' }),
    as(role, name = role) {
      const known = people.get(name) ?? newPerson(world, role, name)
      people.set(name, known)
      return known
    },
    within: (work) =>
      write(house, { tenant, person: program, via: 'job' }, {}, (unit) => work(openCtx(unit))),
    elsewhere: () => newCompany(house, jobs, clock),
  }
  return world
}

async function newPerson(world: World, role: string, name: string): Promise<Actor> {
  const user = world.house.registry.entities.get('user')
  if (!user) throw new Error('A world needs the people module')
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}@harbor.example`
  const row = await world.program.create(user, { name, email, roles: [role] })
  const person = await personOf(world.house.database, world.tenant, row.id, '2026-01-01')
  if (!person) throw new Error(`${name} cannot sign in`)
  return actorOf(world.house, {
    tenant: world.tenant,
    person: { ...person, locale: 'en' },
    via: 'web',
  })
}

/** An actor for a caller of your own making. */
export function actorOf(house: House, caller: Caller): Actor {
  return {
    caller,
    create: async <E extends Entity>(entity: E, draft: Draft<E>) =>
      (await create(house, caller, entity, draft)) as unknown as Row<E>,
    update: async <E extends Entity>(entity: E, id: string, patch: Draft<E>, version?: number) =>
      (await update(
        house,
        caller,
        entity,
        id,
        patch,
        version === undefined ? {} : { version },
      )) as unknown as Row<E>,
    remove: async (entity, id) => void (await remove(house, caller, entity, id)),
    do: async (action, id, input = {}, more = {}) =>
      (await runAction(house, caller, action, id, { input, ...more })).outcome,
    see: async <E extends Entity>(entity: E, id: string) =>
      (await find(house.database, await sightOf(house, caller), entity, id))
        .row as unknown as Row<E>,
    list: async <E extends Entity>(entity: E, wish: Partial<ListWish> = {}) => {
      const page = await list(house.database, await sightOf(house, caller), entity, {
        where: {},
        limit: 200,
        ...wish,
      })
      return page.rows as unknown as Row<E>[]
    },
    report: async (report, params = {}) =>
      (await runReport(house, await sightOf(house, caller), report, params)).rows,
  }
}

/** Expects a refusal by its rule; answers it for a closer look. */
export async function refuses(
  doing: Promise<unknown>,
  rule: string,
  field?: string,
): Promise<Refusal> {
  const error: unknown = await doing.then(
    () => null,
    (problem: unknown) => problem,
  )
  if (!(error instanceof Refusal))
    throw error ?? new Error(`Expected the refusal ${rule}, but it went through`)
  const rules = [error.rule, ...error.problems.map((problem) => problem.rule)]
  expect(rules).toContain(rule)
  if (field)
    expect([error.field, ...error.problems.map((problem) => problem.field)]).toContain(field)
  return error
}
