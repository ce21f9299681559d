/** Watching an import over HTTP, and the rejected rows back as a file. */
import type { FastifyInstance } from 'fastify'
import { dispositionOf } from '../files/serving.ts'
import { asked, idIn, type Asker } from '../http/asker.ts'
import type { Voice } from '../http/voice.ts'
import { openRunTable } from './open-run-table.ts'
import { ownRun } from './own-run.ts'
import { readProblems } from './run-store.ts'
import { writeErrorFile } from './write/error-file.ts'

export function registerImportWatch(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/import/:id', async (request) => {
    const { caller } = await asked(asker, request)
    const run = await ownRun(asker, caller, idIn(request))
    const { say } = voice.forPerson(caller.person)
    const rows = await readProblems(house.database, caller.tenant, run.id, 0, 200)
    const problems = rows.flatMap(({ row, problems: own }) =>
      own.map(({ field, rule, facts, value }) => ({
        row,
        field,
        message: say(rule, facts),
        value,
      })),
    )
    const { status, counts, operation, fileName, entity, plan } = run
    return {
      id: run.id,
      status,
      ...counts,
      problems,
      fileName,
      entity,
      plan,
      ...(status === 'done' || status === 'cancelled' ? { operation } : {}),
    }
  })
  app.get('/api/import/:id/errors.csv', async (request, reply) => {
    const { caller } = await asked(asker, request)
    const run = await ownRun(asker, caller, idIn(request))
    const { say, t } = voice.forPerson(caller.person)
    const table = await openRunTable(run)
    async function* rejected() {
      let after = 0
      for (;;) {
        const rows = await readProblems(house.database, caller.tenant, run.id, after, 500)
        for (const { row, cells, problems } of rows) {
          yield {
            row,
            cells,
            problem: problems
              .map(({ field, rule, facts }) => `${field ? `${field}: ` : ''}${say(rule, facts)}`)
              .join('; '),
          }
        }
        after = rows.at(-1)?.row ?? 0
        if (rows.length < 500) return
      }
    }
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', dispositionOf('attachment', `${run.fileName}-errors.csv`))
      .send(writeErrorFile(table.header, rejected(), { row: t('Row'), problem: t('Problem') }))
  })
}
