/** Changing, deleting and acting on many records over HTTP, tried first if wanted. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../access/person.ts'
import type { Entity } from '../entity/entity.ts'
import { isId } from '../field/check.ts'
import { actionNamed } from '../http/action-routes.ts'
import {
  askedOf,
  bodyOf,
  flagIn,
  objectIn,
  reasonIn,
  writeWish,
  wrongParameter,
  type Asker,
} from '../http/asker.ts'
import type { Voice } from '../http/voice.ts'
import { parseWhere } from '../query/parse-where.ts'
import { bulk, type BulkWish } from './bulk.ts'

/** More are named by a filter. */
const mostIds = 10_000
const keys = ['ids', 'where', 'patch', 'delete', 'action', 'input', 'reason', 'dryRun']

export function registerBulkRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.post('/api/:entity/bulk', async (request) => {
    const { caller, entity } = await askedOf(asker, request)
    const body = bodyOf(request, keys)
    const wish = {
      ...writeWish(request),
      ...reasonIn(body),
      ...(flagIn(body, 'dryRun') ? { dryRun: true } : {}),
      pick: pickOf(entity, body, caller.person),
      ...deedIn(asker, entity, body),
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

function deedIn(
  asker: Asker,
  entity: Entity,
  body: Record<string, unknown>,
): Pick<BulkWish, 'patch' | 'remove' | 'action' | 'input'> {
  const isRemoval = flagIn(body, 'delete')
  const hasAction = body.action !== undefined
  if (hasAction && (isRemoval || body.patch !== undefined)) wrongParameter('action')
  if (!hasAction && body.input !== undefined) wrongParameter('input')
  if (isRemoval) return { remove: true }
  if (!hasAction) return { patch: objectIn(body, 'patch') }
  const action = actionNamed(asker, entity, body.action, 'one')
  return { action, input: objectIn({ input: {}, ...body }, 'input') }
}

function pickOf(entity: Entity, body: Record<string, unknown>, person: Person): BulkWish['pick'] {
  if (Array.isArray(body.ids)) {
    if (!body.ids.every(isId) || body.ids.length > mostIds) wrongParameter('ids')
    if (body.where !== undefined) wrongParameter('where')
    return { ids: body.ids }
  }
  if (body.where === undefined) wrongParameter('ids')
  return { where: parseWhere(entity, body.where, person) }
}
