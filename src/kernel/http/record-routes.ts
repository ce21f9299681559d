/** Records over HTTP: open, add, change, delete, restore, and what may be done with one now. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cutRow } from '../access/fields.ts'
import { onesOwn, reaches } from '../access/reaches.ts'
import type { Sight } from '../access/scope.ts'
import { create, lockedFields, remove, restore, update } from '../action/crud.ts'
import type { StoredRow } from '../action/unit.ts'
import type { WriteWish } from '../action/write.ts'
import { isId } from '../field/check.ts'
import type { Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { chainOf } from '../query/chain.ts'
import { find } from '../query/find.ts'
import { historyOf } from '../audit/history.ts'
import { whyVisible } from '../access/why.ts'
import {
  askedOf,
  bodyOf,
  idIn,
  parameter,
  reasonIn,
  versionIn,
  writeWish,
  wrongParameter,
  type Asked,
  type Asker,
} from './asker.ts'
import { isOffered } from '../action/perform.ts'
import { actionStates } from './action-states.ts'
import type { Voice } from './voice.ts'
import type { ChainAnswer, RecordAnswer, WireRow, WriteAnswer } from './wire.ts'

export function registerRecordRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/:entity/:id', async (request): Promise<RecordAnswer> => {
    const one = await askedOf(asker, request)
    return openRecord(one.house, one.entity, idIn(request), one, voice)
  })

  app.post('/api/:entity', async (request, reply): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
    const wish = writeWish(request)
    const row = await create(house, caller, entity, bodyOf(request), wish)
    reply.code(wish.dryRun ? 200 : 201)
    return written(entity, row, caller.person, wish)
  })

  app.patch('/api/:entity/:id', async (request): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
    const { fields, ...change } = changeIn(entity, request)
    const wish = { ...writeWish(request), ...change }
    const row = await update(house, caller, entity, idIn(request), fields, wish)
    return written(entity, row, caller.person, wish)
  })

  app.delete('/api/:entity/:id', async (request): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
    const body = bodyOf(request, ['version', 'reason'])
    const wish = { ...writeWish(request), ...versionIn(body), ...reasonIn(body) }
    const row = await remove(house, caller, entity, idIn(request), wish)
    return written(entity, row, caller.person, wish)
  })

  app.post('/api/:entity/:id/restore', async (request): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
    const wish = { ...writeWish(request), ...reasonIn(bodyOf(request, ['reason'])) }
    const row = await restore(house, caller, entity, idIn(request), wish)
    return written(entity, row, caller.person, wish)
  })

  registerStoryRoutes(app, asker, voice)
}

/** What happened to a record, which others belong to it, and why somebody sees it. */
function registerStoryRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.get('/api/:entity/:id/history', async (request) => {
    const one = await askedOf(asker, request)
    const { entity, house } = one
    const id = idIn(request)
    await find(house.database, one.sight, entity, id)
    return { entries: await historyOf(house, one.sight, entity, id, voice.of(request, one.caller)) }
  })

  app.get('/api/:entity/:id/chain', async (request): Promise<ChainAnswer> => {
    const { sight, entity, house } = await askedOf(asker, request)
    return chainOf(house.database, sight, entity, idIn(request))
  })

  app.get('/api/:entity/:id/why', async (request) => {
    const one = await askedOf(asker, request)
    const user = parameter(request, 'user') ?? wrongParameter('user')
    if (!isId(user)) wrongParameter('user')
    const speech = voice.of(request, one.caller)
    return whyVisible(one.house, one.caller, one.entity, idIn(request), user, speech)
  })
}

/** Fields, version and reason of a change; `reason` is a field where the records have one. */
function changeIn(entity: Entity, request: FastifyRequest) {
  const { version, ...rest } = bodyOf(request)
  if (Object.hasOwn(entity.fields, 'reason')) return { fields: rest, ...versionIn({ version }) }
  const { reason, ...fields } = rest
  return { fields, ...versionIn({ version }), ...reasonIn({ reason }) }
}

/** What a write answers: the record as it stands now, or would stand. */
export function written(
  entity: Entity,
  row: StoredRow,
  person: Asked['caller']['person'],
  { dryRun }: WriteWish,
): WriteAnswer {
  return { row: cut(entity, row, person), ...(dryRun ? { dryRun: true } : {}) }
}

/** A row as this person may see it, without what the program keeps to itself. */
export function cut(entity: Entity, row: StoredRow, person: Asked['caller']['person']): WireRow {
  return cutRow(entity.fields, row, person)
}

async function openRecord(
  house: House,
  entity: Entity,
  id: string,
  one: Asked,
  voice: Voice,
): Promise<RecordAnswer> {
  const { caller, sight } = one
  const actions = [...(house.registry.actions.get(entity.name)?.values() ?? [])].filter(
    (action) => !action.internal && action.on === 'one',
  )
  const rights = ['update', 'delete', ...actions.map((action) => `do:${action.name}`)]
  const { row, refs, held } = await find(house.database, sight, entity, id, rights)
  const locked = lockedFields(entity, row as StoredRow, { caller, sight })
  const writable = !entity.managed && !entity.appendOnly
  const mine = actions.filter(
    (action) => held.has(`do:${action.name}`) && isOffered(action, row, sight.reader),
  )
  return {
    row,
    refs,
    actions: actionStates(entity, row, mine, voice.forPerson(caller.person)),
    may: {
      update: writable && held.has('update') && locked !== 'all',
      delete: writable && held.has('delete') && locked === 'none',
      share: !row.deletedAt && held.has('update') && (await mayShare(house, sight, entity, id)),
    },
    locked,
    deletedAt: (row.deletedAt as string | null | undefined) ?? null,
  }
}

/** Asked of who may change the record; it matters whether that is by a share itself. */
async function mayShare(house: House, sight: Sight, entity: Entity, id: string): Promise<boolean> {
  const { person, tenant } = sight.reader
  if (sight.grants.scopes(person, 'share', 'create').length === 0) return false
  if (!person.shared.includes(entity.name)) return true
  const ask = (query: Sql) => house.database.read(tenant, query)
  return reaches(ask, onesOwn(sight), entity, id, 'update')
}
