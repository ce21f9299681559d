/** Saved views of a list: a person's own and those shared with all. */
import type { FastifyInstance } from 'fastify'
import { create, remove, update } from '../action/crud.ts'
import { list } from '../query/list.ts'
import { SavedView } from '../query/saved-view.entity.ts'
import { asked, bodyOf, idIn, parameter, writeWish, wrongParameter, type Asker } from './asker.ts'
import type { WireRow } from './wire.ts'

export function registerViewRoutes(app: FastifyInstance, asker: Asker): void {
  const { house } = asker
  app.get('/api/views', async (request) => {
    const { sight } = await asked(asker, request)
    const entity = parameter(request, 'entity') ?? ''
    if (!house.registry.entities.has(entity)) wrongParameter('entity')
    const columns = Object.keys(SavedView.fields).concat('createdBy')
    const page = await list(house.database, sight, SavedView, {
      where: { entity },
      sort: 'name',
      limit: 200,
      columns,
    })
    return { views: page.rows.map((row) => viewOf(row, sight.reader.me)) }
  })

  app.post('/api/views', async (request, reply) => {
    const one = await asked(asker, request)
    const draft = bodyOf(request)
    if (!house.registry.entities.has(String(draft.entity))) wrongParameter('entity')
    reply.code(201)
    return viewOf(
      await create(house, one.caller, SavedView, draft, writeWish(request)),
      one.caller.person.id,
    )
  })

  app.patch('/api/views/:id', async (request) => {
    const one = await asked(asker, request)
    const row = await update(
      house,
      one.caller,
      SavedView,
      idIn(request),
      bodyOf(request),
      writeWish(request),
    )
    return viewOf(row, one.caller.person.id)
  })

  app.delete('/api/views/:id', async (request) => {
    const { caller } = await asked(asker, request)
    bodyOf(request, [])
    await remove(house, caller, SavedView, idIn(request), writeWish(request))
    return {}
  })
}

function viewOf(row: WireRow | Record<string, unknown>, me: string | null) {
  const { id, name, entity, where, sort, columns, shape, group, days, span, shared } = row
  const kept = { id, name, entity, where: where ?? {}, sort, columns, shape, group, days, span }
  return { ...kept, shared, mine: row.createdBy === me }
}
