/** Doing things over HTTP: every declared action, bulk changes, merging, undoing. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { bulk } from '../action/bulk.ts'
import { runAction, type ActionWish } from '../action/run-action.ts'
import type { Action } from '../action/action.ts'
import type { Entity } from '../entity/entity.ts'
import { isId } from '../field/check.ts'
import { merge } from '../merge/merge.ts'
import { parseWhere } from '../query/parse-where.ts'
import { operationsOf } from '../undo/operations.ts'
import { undo } from '../undo/undo.ts'
import {
  asked,
  bodyOf,
  entityIn,
  flagIn,
  idIn,
  reasonIn,
  versionIn,
  writeWish,
  wrongParameter,
  type Asker,
} from './asker.ts'
import { cut, written } from './record-routes.ts'
import type { Voice } from './voice.ts'
import type { WriteAnswer } from './wire.ts'

export function registerActionRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  registerOperationRoutes(app, asker, voice)
  registerBulkRoute(app, asker, voice)
  registerMergeRoute(app, asker)
  registerDoingRoutes(app, asker)
}

function registerDoingRoutes(app: FastifyInstance, asker: Asker): void {
  app.post('/api/:entity/:id/:action', async (request): Promise<WriteAnswer> => {
    const entity = entityIn(asker.house, request)
    const { caller } = await asked(asker, request)
    const action = actionNamed(asker, entity, request, 'one')
    const wish = actionWish(request)
    const { row, outcome } = await runAction(asker.house, caller, action, idIn(request), wish)
    return {
      ...(row ? { row: cut(entity, row, caller.person) } : {}),
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(wish.dryRun ? { dryRun: true } : {}),
    }
  })

  app.post('/api/:entity/:action', async (request): Promise<WriteAnswer> => {
    const entity = entityIn(asker.house, request)
    const { caller } = await asked(asker, request)
    const action = actionNamed(asker, entity, request, 'collection')
    const wish = actionWish(request)
    const { outcome } = await runAction(asker.house, caller, action, null, wish)
    return {
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(wish.dryRun ? { dryRun: true } : {}),
    }
  })
}

function registerBulkRoute(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.post('/api/:entity/bulk', async (request) => {
    const entity = entityIn(asker.house, request)
    const { caller } = await asked(asker, request)
    const body = bodyOf(request, ['ids', 'where', 'patch', 'delete', 'reason', 'dryRun'])
    const wish = {
      ...writeWish(request),
      ...reasonIn(body),
      ...(flagIn(body, 'dryRun') ? { dryRun: true } : {}),
      pick: pickOf(entity, body, caller.person),
      ...(flagIn(body, 'delete') ? { remove: true } : { patch: objectIn(body, 'patch') }),
    }
    const { say } = voice.of(request, caller)
    const answer = await bulk(asker.house, caller, entity, wish)
    const refused = answer.refused.map(({ rule, facts, ...rest }) => ({
      ...rest,
      message: say(rule, facts),
    }))
    return { ...answer, refused }
  })
}

function registerMergeRoute(app: FastifyInstance, asker: Asker): void {
  app.post('/api/:entity/merge', async (request): Promise<WriteAnswer> => {
    const entity = entityIn(asker.house, request)
    const { caller } = await asked(asker, request)
    const body = bodyOf(request, ['keep', 'drop', 'take', 'reason'])
    const { keep, drop, take = {} } = body
    if (!isId(keep)) wrongParameter('keep')
    if (!Array.isArray(drop) || !drop.every(isId) || drop.length > 50) wrongParameter('drop')
    if (!isTake(entity, take, [keep, ...drop])) wrongParameter('take')
    const given = { keep, drop: [...new Set(drop)], take }
    const wish = { ...writeWish(request), ...reasonIn(body), ...given }
    const { row, operation } = await merge(asker.house, caller, entity, wish)
    return { ...written(entity, row, caller.person, wish), ...(operation ? { operation } : {}) }
  })
}

/** Field → one of the records that become one. */
function isTake(entity: Entity, take: unknown, ids: string[]): take is Record<string, string> {
  if (typeof take !== 'object' || take === null || Array.isArray(take)) return false
  return Object.entries(take).every(
    ([field, id]) => Object.hasOwn(entity.fields, field) && ids.includes(id as string),
  )
}

function registerOperationRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/operation', async (request) => {
    const { caller, sight } = await asked(asker, request)
    return { operations: await operationsOf(house, sight, voice.of(request, caller)) }
  })

  app.post('/api/operation/:id/undo', async (request) => {
    const { caller } = await asked(asker, request)
    bodyOf(request, [])
    const { say } = voice.of(request, caller)
    const answer = await undo(house, caller, idIn(request), writeWish(request))
    const conflicts = answer.conflicts.map(({ rule, facts, ...rest }) => ({
      ...rest,
      message: say(rule, facts),
    }))
    return { ...answer, conflicts }
  })
}

function actionNamed(
  { house }: Asker,
  entity: Entity,
  request: FastifyRequest,
  on: Action['on'],
): Action {
  const { action: name } = request.params as { action: string }
  const action = house.registry.actions.get(entity.name)?.get(name)
  if (!action || action.internal || action.on !== on)
    fail('action.unknown', { action: name }, { status: 404 })
  return action
}

function actionWish(request: FastifyRequest): ActionWish {
  const body = bodyOf(request, ['input', 'version', 'reason', 'dryRun'])
  const dry = flagIn(body, 'dryRun') ? { dryRun: true } : {}
  return {
    ...writeWish(request),
    ...versionIn(body),
    ...reasonIn(body),
    ...dry,
    input: objectIn({ input: {}, ...body }, 'input'),
  }
}

function objectIn(body: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = body[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrongParameter(name)
  return value as Record<string, unknown>
}

function pickOf(
  entity: Entity,
  body: Record<string, unknown>,
  person: Parameters<typeof parseWhere>[2],
) {
  if (Array.isArray(body.ids)) {
    if (!body.ids.every(isId) || body.ids.length > 10_000) wrongParameter('ids')
    if (body.where !== undefined) wrongParameter('where')
    return { ids: body.ids }
  }
  if (body.where === undefined) wrongParameter('ids')
  return { where: parseWhere(entity, body.where, person) }
}
