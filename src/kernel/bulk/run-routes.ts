/** Watching and cancelling one's own work on very many records over HTTP. */
import type { FastifyInstance } from 'fastify'
import { isAsWide } from '../access/person.ts'
import type { Caller } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import { asked, bodyOf, idIn, type Asker } from '../http/asker.ts'
import type { Speech, Voice } from '../http/voice.ts'
import type { RunAnswer } from '../http/wire.ts'
import { wishCancel } from '../run/progress.ts'
import { keyOf, readRun, recentRuns, type BulkRun } from './bulk-run.ts'

/** How long an ended one is found again without looking for it. */
const recentMs = 24 * 60 * 60 * 1000

export function registerRunRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.get('/api/run', async (request) => {
    const { caller } = await asked(asker, request)
    const { tenant, person } = caller
    const since = new Date(house.now().getTime() - recentMs)
    const runs = await recentRuns(house.database, tenant, person.id, since)
    const speech = voice.forPerson(person)
    const shown = runs.filter((run) => mayWatch(caller, run))
    return { runs: shown.map((run) => stateOf(run, speech)) }
  })
  app.get('/api/run/:id', async (request) => {
    const { caller } = await asked(asker, request)
    return stateOf(await ownRun(asker, caller, idIn(request)), voice.forPerson(caller.person))
  })
  app.post('/api/run/:id/cancel', async (request) => {
    const { caller } = await asked(asker, request)
    const { id } = await ownRun(asker, caller, idIn(request))
    bodyOf(request, [])
    await wishCancel(house.database, keyOf(caller.tenant, id), house.now())
    return { id }
  })
}

/** @throws {Refusal} `record.not-found` (404) for those of others */
async function ownRun({ house }: Asker, caller: Caller, id: string): Promise<BulkRun> {
  const run = await readRun(house.database, caller.tenant, id)
  if (!run || !mayWatch(caller, run)) fail('record.not-found', {}, { status: 404 })
  return run
}

function mayWatch({ person }: Caller, { byUser, wish }: BulkRun): boolean {
  return byUser === person.id && isAsWide(person, wish.scopes)
}

function stateOf(run: BulkRun, { say }: Speech): RunAnswer {
  const { id, kind, entity, wish, status, fault, operation } = run
  const { total, done, changed, refused } = run.counts
  const { reasons, named } = run.refused
  const canUndo =
    status !== 'running' && kind !== 'undo' && kind !== 'scan' && changed > 0 && !run.isUndone
  return {
    id,
    kind,
    entity,
    status,
    total,
    done,
    changed,
    refused,
    fields: Object.keys(wish.patch ?? {}),
    action: wish.action ?? null,
    reasons: reasons.map(({ rule, facts, count }) => ({ message: say(rule, facts), count })),
    named: named.map(({ rule, facts, ...one }) => ({ ...one, message: say(rule, facts) })),
    startedAt: new Date(run.startedAt).toISOString(),
    changedAt: new Date(run.changedAt).toISOString(),
    fault: fault ? say(fault.rule, fault.facts) : null,
    operation: canUndo ? operation : null,
  }
}
