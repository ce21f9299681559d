/** Backups over HTTP: what there is, one now, one every day, and a copy to take along. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import type { AuditEntry } from '../action/unit.ts'
import { write } from '../action/write.ts'
import { fail } from '../base/fail.ts'
import { keptBackups, type KeptBackup } from '../db/backup/kept-backups.ts'
import { sql } from '../db/sql.ts'
import { parseInput, type Values } from '../entity/parse-draft.ts'
import { f } from '../field/f.ts'
import { isOnlyCompany } from '../health/installation.ts'
import type { House } from '../house.ts'
import { administratorOf } from '../http/administrator.ts'
import {
  bodyOf,
  parameter,
  wrongParameter,
  writeWish,
  type Asked,
  type Asker,
} from '../http/asker.ts'
import type { Speech, Voice } from '../http/voice.ts'
import type { BackupAnswer } from './answer.ts'
import { backupJob } from './backup-jobs.ts'
import { packFolder } from './pack-folder.ts'
import { planOf, runOf, runQuery, type BackupRun } from './plan.ts'

const planFields = {
  hour: f.integer({ min: '0', max: '23' }),
  kept: f.integer({ required: true, min: '1', max: '90' }),
}

export function registerBackupRoutes(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  backupDir: string,
): void {
  const { house } = asker
  const answerTo = async (request: FastifyRequest, { caller }: Asked) =>
    backupAnswer(house, backupDir, voice.of(request, caller))

  app.get('/api/backup', async (request): Promise<BackupAnswer> =>
    answerTo(request, await administratorOf(asker, request, 'Backup')),
  )

  app.post('/api/backup', async (request) => {
    const one = await operatorOf(asker, request)
    bodyOf(request, [])
    await beginBackup(house, one, writeWish(request))
    return answerTo(request, one)
  })

  app.patch('/api/backup', async (request) => {
    const one = await operatorOf(asker, request)
    await changePlan(house, one, bodyOf(request, Object.keys(planFields)), writeWish(request))
    return answerTo(request, one)
  })

  app.get('/api/backup/download', async (request, reply) => {
    const one = await operatorOf(asker, request)
    const name = parameter(request, 'name') ?? wrongParameter('name')
    const kept = (await keptBackups(backupDir)).find((backup) => backup.name === name)
    if (!kept) fail('backup.not-found', {}, { status: 404, field: 'name' })
    await noteDownload(house, one, kept)
    reply.header('content-disposition', `attachment; filename="shangmai-${kept.name}.tar.gz"`)
    return reply.type('application/gzip').send(packFolder(backupDir, kept.name))
  })
}

/** @throws {Refusal} `backup.not-alone` (403): see health/installation.ts */
async function operatorOf(asker: Asker, request: FastifyRequest): Promise<Asked> {
  const one = await administratorOf(asker, request, 'Backup')
  if (!(await isOnlyCompany(asker.house))) fail('backup.not-alone', {}, { status: 403 })
  return one
}

async function backupAnswer(house: House, folder: string, speech: Speech): Promise<BackupAnswer> {
  const [isAlone, plan, run, backups] = await Promise.all([
    isOnlyCompany(house),
    planOf(house),
    runOf(house),
    keptBackups(folder),
  ])
  const lastAt = backups.find(({ withFiles }) => withFiles)?.madeAt ?? null
  if (!isAlone) return { isAlone, lastAt, folder: '', plan, run: null, backups: [] }
  return { isAlone, lastAt, folder, plan, run: run && inWords(run, speech), backups }
}

function inWords(run: BackupRun, { say }: Speech): NonNullable<BackupAnswer['run']> {
  const { state, startedAt, bytes, expected, rule, facts = {} } = run
  const share = state === 'done' ? 100 : Math.min(99, Math.floor((bytes * 100) / (expected || 1)))
  return { state, startedAt, share, why: rule === undefined ? null : say(rule, facts) }
}

/** @throws {Refusal} `backup.runs-already` (409) */
async function beginBackup(house: House, { caller }: Asked, wish: object): Promise<void> {
  await write(house, caller, wish, async (unit) => {
    const run = await runOf(house)
    if (run?.state === 'queued' || run?.state === 'running')
      fail('backup.runs-already', {}, { status: 409 })
    const at = house.now().toISOString()
    unit.tx.send(runQuery({ state: 'queued', startedAt: at, at, bytes: 0, expected: 0 }))
    unit.jobs.push({ name: backupJob, payload: {} })
    unit.audit.push(entryOf(caller, { backup: at }))
    return {}
  })
}

/** A plan that is not sent whole keeps its other half. */
async function changePlan(
  house: House,
  { caller, sight }: Asked,
  given: Record<string, unknown>,
  wish: object,
): Promise<void> {
  const before = await planOf(house)
  const context = { person: caller.person, place: sight.reader, partial: false }
  const { hour, kept } = parseInput(planFields, { ...before, ...given }, context)
  await write(house, caller, wish, async (unit) => {
    unit.tx.send(
      sql`insert into installation (backup_hour, backups_kept)
        values (${hour}::integer, ${kept}::integer)
        on conflict (only_one) do update
        set backup_hour = excluded.backup_hour, backups_kept = excluded.backups_kept`,
    )
    const after = { backupHour: hour, backupsKept: kept }
    unit.audit.push(entryOf(caller, after, { backupHour: before.hour, backupsKept: before.kept }))
    return {}
  })
}

/** Who takes the whole of the company along is written down. */
async function noteDownload(house: House, { caller }: Asked, { name }: KeptBackup): Promise<void> {
  await write(house, caller, {}, async (unit) => {
    unit.audit.push(entryOf(caller, { backupTakenAlong: name }))
    return {}
  })
}

function entryOf({ tenant }: Caller, after: Values, before: Values | null = null): AuditEntry {
  return { entity: 'company', record: tenant, action: 'update', reason: null, before, after }
}
