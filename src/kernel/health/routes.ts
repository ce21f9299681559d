/** How the program fares, and its work in the background, for administrators. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { administratorOf } from '../http/administrator.ts'
import { bodyOf, type Asker } from '../http/asker.ts'
import type { Speech, Voice } from '../http/voice.ts'
import type { Registry } from '../registry.ts'
import type { HealthAnswer } from './answer.ts'
import { askHealth, type Health } from './ask-health.ts'
import type { Installation } from './installation.ts'
import { warningsOf } from './warnings.ts'

export function registerHealthRoutes(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  installation: Installation,
): void {
  const { house } = asker
  app.get('/api/health', async (request): Promise<HealthAnswer> => {
    const { caller } = await administratorOf(asker, request, 'System health')
    const health = await askHealth(house, caller.tenant, installation)
    const said = { alarms: alarmsOf(house.registry), now: house.now() }
    return inWords(health, said, voice.of(request, caller))
  })

  app.get('/api/jobs', async (request) => {
    const { caller } = await administratorOf(asker, request, 'System health')
    const { t } = voice.of(request, caller)
    const [jobs, failures] = await Promise.all([
      house.jobs.state(caller.tenant),
      house.jobs.failures(caller.tenant),
    ])
    const named = <One extends { label: string }>(one: One) => ({ ...one, label: t(one.label) })
    return { jobs: jobs.map(named), failures: failures.map(named) }
  })

  app.post('/api/jobs/run-again', async (request) => {
    const { caller } = await administratorOf(asker, request, 'System health')
    const { job } = bodyOf(request, ['job'])
    if (!isId(job)) fail('field.not-an-id', {}, { status: 400, field: 'job' })
    if (!(await house.jobs.runAgain(caller.tenant, job)))
      fail('job.not-failed', {}, { status: 404, field: 'job' })
    return { ok: true }
  })
}

/** The kind of record that is an alarm: administrators see each. */
function alarmsOf({ entities }: Registry): string | null {
  return [...entities.values()].find(({ alarm }) => alarm)?.name ?? null
}

function inWords(
  health: Health,
  { alarms, now }: { alarms: string | null; now: Date },
  { say }: Speech,
): HealthAnswer {
  const { program, database, files, mails, backup, books, clock, machine, isAlone } = health
  return {
    program,
    database,
    files,
    mails,
    backup,
    books,
    clock,
    machine: isAlone ? machine : null,
    warnings: warningsOf(health, now, alarms).map(({ facts, ...warning }) => ({
      ...warning,
      text: say(warning.rule, facts),
    })),
  }
}
