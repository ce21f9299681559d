/** Doing things over HTTP: every declared action, merging, undoing. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { runAction, type ActionWish } from '../action/run-action.ts'
import type { Action } from '../action/action.ts'
import type { Entity } from '../entity/entity.ts'
import { isId } from '../field/check.ts'
import { merge } from '../merge/merge.ts'
import { operationsOf } from '../undo/operations.ts'
import { askUndo } from '../undo/ask-undo.ts'
import {
  asked,
  askedOf,
  bodyOf,
  flagIn,
  idIn,
  objectIn,
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
  registerMergeRoute(app, asker)
  registerDoingRoutes(app, asker)
}

function registerDoingRoutes(app: FastifyInstance, asker: Asker): void {
  app.post('/api/:entity/:id/:action', async (request): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
    const action = actionNamed(asker, entity, actionIn(request), 'one')
    const wish = actionWish(request)
    const { row, outcome } = await runAction(asker.house, caller, action, idIn(request), wish)
    return {
      ...(row ? { row: cut(entity, row, caller.person) } : {}),
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(wish.dryRun ? { dryRun: true } : {}),
    }
  })

  app.post('/api/:entity/:action', async (request): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
    const action = actionNamed(asker, entity, actionIn(request), 'collection')
    const wish = actionWish(request)
    const { outcome } = await runAction(asker.house, caller, action, null, wish)
    return {
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(wish.dryRun ? { dryRun: true } : {}),
    }
  })
}

function registerMergeRoute(app: FastifyInstance, asker: Asker): void {
  app.post('/api/:entity/merge', async (request): Promise<WriteAnswer> => {
    const { caller, entity } = await askedOf(asker, request)
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
    const answer = await askUndo(house, caller, idIn(request), writeWish(request))
    const conflicts = answer.conflicts.map(({ rule, facts, ...rest }) => ({
      ...rest,
      message: say(rule, facts),
    }))
    return { ...answer, conflicts }
  })
}

/** @throws {Refusal} `action.unknown` (404) */
export function actionNamed(
  { house }: Asker,
  entity: Entity,
  name: unknown,
  on: Action['on'],
): Action {
  const action = house.registry.actions.get(entity.name)?.get(String(name))
  if (!action || action.internal || action.on !== on)
    fail('action.unknown', { action: name }, { status: 404 })
  return action
}

function actionIn(request: FastifyRequest): string {
  return (request.params as { action: string }).action
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
