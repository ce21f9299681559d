/** Doing things over HTTP: every declared action, bulk changes, merging, undoing. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'
import { bulk } from '../action/bulk.ts'
import { merge } from '../action/merge.ts'
import { runAction, type ActionWish } from '../action/run-action.ts'
import { operationsOf, undo } from '../action/undo.ts'
import type { Action } from '../action/action.ts'
import type { Entity } from '../entity/entity.ts'
import { isId } from '../field/check.ts'
import { parseWhere } from '../query/parse-where.ts'
import {
  asked,
  bodyOf,
  entityIn,
  idIn,
  versionIn,
  writeWish,
  wrongParameter,
  type Asker,
} from './asker.ts'
import { cut } from './record-routes.ts'
import type { Voice } from './voice.ts'
import type { WriteAnswer } from './wire.ts'

export function registerActionRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  registerOperationRoutes(app, asker, voice)

  app.post('/api/:entity/bulk', async (request) => {
    const entity = entityIn(house, request)
    const { caller } = await asked(asker, request)
    const body = bodyOf(request)
    const wish = {
      ...writeWish(request),
      dryRun: body.dryRun === true,
      pick: pickOf(entity, body, caller.person),
      ...(body.delete === true ? { remove: true } : { patch: body.patch }),
    }
    const { say } = voice.of(request, caller)
    const answer = await bulk(house, caller, entity, wish)
    const refused = answer.refused.map(({ rule, facts, ...rest }) => ({
      ...rest,
      message: say(rule, facts),
    }))
    return { ...answer, refused }
  })

  app.post('/api/:entity/merge', async (request): Promise<WriteAnswer> => {
    const entity = entityIn(house, request)
    const { caller } = await asked(asker, request)
    const { keep, drop, take = {} } = bodyOf(request)
    if (!isId(keep)) wrongParameter('keep')
    if (!Array.isArray(drop) || !drop.every(isId) || drop.length > 50) wrongParameter('drop')
    if (typeof take !== 'object' || take === null) wrongParameter('take')
    const { row, operation } = await merge(house, caller, entity, {
      ...writeWish(request),
      keep,
      drop,
      take: take as Record<string, string>,
    })
    return { row: cut(entity, row, caller.person), ...(operation ? { operation } : {}) }
  })

  app.post('/api/:entity/:id/:action', async (request): Promise<WriteAnswer> => {
    const entity = entityIn(house, request)
    const { action: name } = request.params as { action: string }
    const action = actionNamed(asker, entity, name, 'one')
    const { caller } = await asked(asker, request)
    const wish = actionWish(bodyOf(request))
    const { row, outcome } = await runAction(house, caller, action, idIn(request), {
      ...writeWish(request),
      ...wish,
    })
    return {
      ...(row ? { row: cut(entity, row, caller.person) } : {}),
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(wish.dryRun ? { dryRun: true } : {}),
    }
  })

  app.post('/api/:entity/:action', async (request): Promise<WriteAnswer> => {
    const entity = entityIn(house, request)
    const { action: name } = request.params as { action: string }
    const action = actionNamed(asker, entity, name, 'collection')
    const { caller } = await asked(asker, request)
    const wish = actionWish(bodyOf(request))
    const { outcome } = await runAction(house, caller, action, null, {
      ...writeWish(request),
      ...wish,
    })
    return {
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(wish.dryRun ? { dryRun: true } : {}),
    }
  })
}

function registerOperationRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/operation', async (request) => {
    const { caller, sight } = await asked(asker, request)
    return { operations: await operationsOf(house, sight, voice.of(request, caller)) }
  })

  app.post('/api/operation/:id/undo', async (request) => {
    const { caller } = await asked(asker, request)
    const { say } = voice.of(request, caller)
    const answer = await undo(house, caller, idIn(request), writeWish(request))
    const conflicts = answer.conflicts.map(({ rule, ...rest }) => ({
      ...rest,
      message: say(rule, {}),
    }))
    return { ...answer, conflicts }
  })
}

function actionNamed({ house }: Asker, entity: Entity, name: string, on: Action['on']): Action {
  const action = house.registry.actions.get(entity.name)?.get(name)
  if (!action || action.internal || action.on !== on)
    fail('action.unknown', { action: name }, { status: 404 })
  return action
}

function actionWish(body: Record<string, unknown>): ActionWish {
  const { input, reason, dryRun } = body
  if (reason !== undefined && reason !== null && typeof reason !== 'string')
    wrongParameter('reason')
  return {
    ...versionIn(body),
    input: input ?? {},
    dryRun: dryRun === true,
    ...(typeof reason === 'string' ? { reason } : {}),
  }
}

function pickOf(
  entity: Entity,
  body: Record<string, unknown>,
  person: Parameters<typeof parseWhere>[2],
) {
  if (Array.isArray(body.ids)) {
    if (!body.ids.every(isId) || body.ids.length > 10_000) wrongParameter('ids')
    return { ids: body.ids }
  }
  if (body.where === undefined) wrongParameter('ids')
  return { where: parseWhere(entity, body.where, person) }
}
