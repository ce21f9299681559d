/** Watching an import over HTTP, and the rejected rows back as a file. */
import type { FastifyInstance } from 'fastify'
import { labelsOf } from '../duplicates/find-likely.ts'
import type { LikelyOne } from '../duplicates/likely-of-many.ts'
import { dispositionOf } from '../files/serving.ts'
import type { House } from '../house.ts'
import { asked, idIn, type Asker } from '../http/asker.ts'
import type { Speech, Voice } from '../http/voice.ts'
import { openRunTable } from './open-run-table.ts'
import { ownRun } from './own-run.ts'
import { readProblems, type RowProblems } from './run-problems.ts'
import type { ImportRun } from './run-store.ts'
import { writeErrorFile, type RejectedRow } from './write/error-file.ts'

const shownRows = 200
const pageRows = 500
const going = new Set(['checking', 'running'])

export function registerImportWatch(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/import/:id', async (request) => {
    const { caller } = await asked(asker, request)
    const run = await ownRun(asker, caller, idIn(request))
    const [rows, noted] = await Promise.all(
      [false, true].map((taken) =>
        readProblems(house.database, caller.tenant, run.id, 0, shownRows, { taken }),
      ),
    )
    const speech = voice.forPerson(caller.person)
    const likely = (noted ?? []).flatMap((row) => likelyIn(row, speech))
    return { ...stateOf(run, rows ?? [], speech), likelyRows: likely }
  })
  app.get('/api/import/:id/errors.csv', async (request, reply) => {
    const { caller } = await asked(asker, request)
    const run = await ownRun(asker, caller, idIn(request))
    const speech = voice.forPerson(caller.person)
    const { header } = await openRunTable(run)
    const rejected = rejectedRows(house, caller.tenant, run, speech)
    const labels = { row: speech.t('Row'), problem: speech.t('Problem') }
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', dispositionOf('attachment', `${run.fileName}-errors.csv`))
      .send(writeErrorFile(header, rejected, labels))
  })
}

function stateOf(run: ImportRun, rows: readonly RowProblems[], { say }: Speech) {
  const { id, status, counts, operation, fileName, entity, plan, fault } = run
  const problems = rows.flatMap(({ row, problems: own }) =>
    own.map(({ field, rule, facts, value }) => ({ row, field, message: say(rule, facts), value })),
  )
  return {
    id,
    status,
    ...counts,
    problems,
    fileName,
    entity,
    plan: plan && { ...plan, scopes: undefined },
    ...(fault ? { reason: say(fault.rule, fault.facts) } : {}),
    // What came in can be taken back as soon as nothing more comes.
    ...(operation === null || going.has(status) ? {} : { operation }),
  }
}

/** A row that may be there already, and what it may be; `like` is null where it is not seen. */
function likelyIn({ row, problems }: RowProblems, { t }: Speech) {
  return problems.map(({ rule, facts, value }) => {
    const { id, title, score, reasons = [] } = facts as Partial<LikelyOne>
    const inWords = labelsOf(reasons).map((label) => t(label))
    const like = rule === 'import.likely-here' ? { id, title, score, reasons: inWords } : null
    return { row, value, like }
  })
}

async function* rejectedRows(
  { database, registry }: House,
  tenant: string,
  { id, entity }: ImportRun,
  { say, t }: Speech,
): AsyncGenerator<RejectedRow> {
  const fields = registry.entities.get(entity)?.fields ?? {}
  const told = ({ field, rule, facts }: RowProblems['problems'][number]) =>
    field ? `${t(fields[field]?.label ?? field)}: ${say(rule, facts)}` : say(rule, facts)
  for (let after = 0; ;) {
    const rows = await readProblems(database, tenant, id, after, pageRows)
    for (const { row, cells, problems } of rows)
      yield { row, cells, problem: problems.map(told).join('; ') }
    after = rows.at(-1)?.row ?? 0
    if (rows.length < pageRows) return
  }
}
