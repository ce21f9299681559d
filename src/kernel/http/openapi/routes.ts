/** The API described for programs (OpenAPI 3.1) and people (a plain page), from the registry. */
import type { FastifyInstance } from 'fastify'
import { isAdministrator } from '../../access/person.ts'
import { asked, type Asker } from '../asker.ts'
import { reportMeta } from '../menu-meta.ts'
import { entityMeta, readableEntities } from '../meta.ts'
import type { Voice } from '../voice.ts'
import { describeApi } from './describe.ts'
import { docsPage } from './page.ts'

export function registerOpenApiRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const describe = async (request: Parameters<typeof asked>[1]) => {
    const { caller, sight, house } = await asked(asker, request)
    const cut = { sight, speech: voice.of(request, caller) }
    const entities = readableEntities(sight).map((entity) => entityMeta(cut, entity))
    const reports = [...house.registry.reports.values()]
      .filter((report) => sight.grants.scopes(caller.person, report.name, 'report').length > 0)
      .map((report) => reportMeta(cut, report))
    return describeApi({ entities, reports, administrator: isAdministrator(caller.person) })
  }
  app.get('/api/openapi.json', describe)
  app.get('/api/docs', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(await describe(request))),
  )
}
