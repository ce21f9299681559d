/** Likely duplicates of what is being entered, and the scan of all records, over HTTP. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { isId } from '../field/check.ts'
import { askedOf, bodyOf, objectIn, writeWish, wrongParameter, type Asker } from '../http/asker.ts'
import type { Voice } from '../http/voice.ts'
import type { DuplicatesAnswer, RunBegun } from '../http/wire.ts'
import { beginScan } from './begin-scan.ts'
import { findLikely } from './find-likely.ts'

/** Longer texts are no names. */
const longestText = 300

export function registerDuplicateRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.post('/api/:entity/duplicates', async (request): Promise<DuplicatesAnswer> => {
    const one = await askedOf(asker, request)
    const { entity, sight, caller } = one
    if (!entity.duplicates) fail('duplicates.not-possible', {}, { status: 405 })
    if (sight.grants.scopes(caller.person, entity.name, 'create').length === 0)
      fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
    const answer = await findLikely(one.house.database, sight, entity, valuesIn(entity, request))
    const { t } = voice.of(request, caller)
    const likely = answer.likely.map((found) => ({
      ...found,
      reasons: found.reasons.map((text) => t(text)),
    }))
    return { ...answer, likely }
  })

  app.post('/api/:entity/duplicates/scan', async (request): Promise<RunBegun> => {
    const { caller, entity, house } = await askedOf(asker, request)
    bodyOf(request, [])
    return beginScan(house, caller, entity, writeWish(request))
  })
}

function valuesIn(entity: Entity, request: FastifyRequest): Values {
  const values = objectIn(bodyOf(request, ['values']), 'values')
  for (const [field, value] of Object.entries(values)) {
    const kind = entity.duplicates?.[field]
    const isText = value === null || (typeof value === 'string' && value.length <= longestText)
    if (!kind || !Object.hasOwn(entity.fields, field) || !isText) wrongParameter('values')
    if (kind === 'within' && value !== null && !isId(value)) wrongParameter('values')
  }
  return values
}
