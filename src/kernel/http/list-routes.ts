/** Reading over HTTP: pages, counts, groups, pickers of every entity. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import { keyCovers } from '../access/grant-book.ts'
import { seesField } from '../access/fields.ts'
import { inheritsSight, type Sight } from '../access/scope.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import { count, counts, totals } from '../query/figures.ts'
import { groups } from '../query/groups.ts'
import { list, type ListWish } from '../query/list.ts'
import { parseWhere } from '../query/parse-where.ts'
import { pick } from '../query/pick.ts'
import { tabsOf } from '../query/tabs.ts'
import type { Where } from '../query/where.ts'
import { askedOf, flag, jsonParameter, parameter, wrongParameter, type Asker } from './asker.ts'
import type { ListAnswer } from './wire.ts'

export function registerListRoutes(app: FastifyInstance, asker: Asker): void {
  const { house } = asker
  app.get('/api/:entity', async (request): Promise<ListAnswer> => {
    const { sight, entity } = await askedOf(asker, request)
    refuseUnreadable(sight, entity)
    const wish = { ...listWish(request, entity, sight), may: flag(request, 'may') }
    const { database } = house
    const [page, counted, summed] = await Promise.all([
      list(database, sight, entity, wish),
      flag(request, 'count') ? count(database, sight, entity, wish) : undefined,
      flag(request, 'totals') ? totals(database, sight, entity, wish) : undefined,
    ])
    return {
      ...page,
      ...(counted ? { count: counted } : {}),
      ...(summed ? { totals: summed } : {}),
    }
  })

  app.get('/api/:entity/groups', async (request) => {
    const { sight, entity } = await askedOf(asker, request)
    refuseUnreadable(sight, entity)
    const by = parameter(request, 'by') ?? wrongParameter('by')
    const { where, deleted = false } = listWish(request, entity, sight)
    const sums = parameter(request, 'sum')?.split(',') ?? []
    const months = flag(request, 'months')
    return {
      groups: await groups(house.database, sight, entity, { where, deleted, by, sums, months }),
    }
  })

  app.get('/api/:entity/counts', async (request) => {
    const { sight, entity } = await askedOf(asker, request)
    refuseUnreadable(sight, entity)
    return { counts: await counts(house.database, sight, entity, tabsOf(sight, entity)) }
  })

  app.get('/api/:entity/pick', async (request) => {
    const { sight, entity } = await askedOf(asker, request)
    refuseUnreadable(sight, entity)
    const query = parameter(request, 'q')
    return {
      options: await pick(house.database, sight, entity, whereOf(request, entity, sight), query),
    }
  })
}

/** A role without any right to read an entity is told so, instead of shown an empty list. */
export function refuseUnreadable(sight: Sight, entity: Entity): void {
  const { person } = sight.reader
  const readable =
    sight.grants.scopes(person, entity.name, 'read').length > 0 ||
    inheritsSight(sight, entity) ||
    person.shared.includes(entity.name)
  if (!readable || !keyCovers(person, entity.name, 'read'))
    fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
}

function whereOf(request: FastifyRequest, entity: Entity, sight: Sight): Where {
  return parseWhere(entity, jsonParameter(request, 'where') ?? {}, sight.reader.person)
}

/** Columns that are not there, or not to be seen, are a mistake rather than an empty answer. */
function columnsOf(request: FastifyRequest, entity: Entity, { reader }: Sight) {
  const columns = parameter(request, 'columns')?.split(',')
  const unknown = columns?.some((column) => {
    const field = fieldNamed(entity, column)
    return !field || !seesField(field, reader.person)
  })
  if (unknown) wrongParameter('columns')
  return columns
}

export function listWish(request: FastifyRequest, entity: Entity, sight: Sight): ListWish {
  const search = parameter(request, 'q')
  const where = whereOf(request, entity, sight)
  const sort = parameter(request, 'sort')
  const after = parameter(request, 'after')
  const columns = columnsOf(request, entity, sight)
  const limit = parameter(request, 'limit')
  if (limit !== undefined && !/^\d{1,3}$/u.test(limit)) wrongParameter('limit')
  return {
    where: search ? { ...where, search } : where,
    deleted: flag(request, 'deleted'),
    ...(sort ? { sort } : {}),
    ...(after ? { after } : {}),
    ...(columns ? { columns } : {}),
    ...(limit ? { limit: Number(limit) } : {}),
  }
}
