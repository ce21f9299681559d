/** Bringing data in over HTTP: upload, look, map, check, run, watch, cancel, get rejected rows. */
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import { asked, bodyOf, idIn, parameter, type Asked, type Asker } from '../http/asker.ts'
import type { Voice } from '../http/voice.ts'
import { wishCancel } from '../run/progress.ts'
import { beginRun, goOn } from './begin-run.ts'
import { importJobName } from './import.job.ts'
import { importable } from './importable.ts'
import { keepFile, keepPasted, type Kept } from './keep-upload.ts'
import { lookAt } from './look-at.ts'
import { refuseGone } from './open-run-table.ts'
import { ownRun } from './own-run.ts'
import { choiceKeys, parseChoice, parsePlan, planKeys } from './parse-plan.ts'
import { addRun, keyOf, noCounts, saveChoice } from './run-store.ts'
import type { ImportRun, KeptPlan } from './run-store.ts'
import { importTargets } from './targets.ts'
import { uniqueFields } from './uniques.ts'
import { registerImportWatch } from './watch-routes.ts'

export interface ImportPlace {
  dataDir: string
  maxBytes: number
}

export function registerImportRoutes(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  place: ImportPlace,
): void {
  if (!app.hasContentTypeParser('multipart/form-data')) {
    void app.register(multipart, { limits: { fileSize: place.maxBytes, files: 1, fields: 10 } })
  }
  registerUpload(app, asker, voice, place)
  registerLook(app, asker, voice)
  registerWork(app, asker)
  registerImportWatch(app, asker, voice)
}

function registerUpload(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  { dataDir }: ImportPlace,
): void {
  app.post('/api/import', async (request) => {
    const one = await asked(asker, request)
    const run = request.isMultipart()
      ? await takeFile(asker, request, one, dataDir)
      : await takePasted(asker, request, one, dataDir)
    const answer = await lookAt(asker.house, one, run, voice.forPerson(one.caller.person))
    const choice = { ...run.choice, header: answer.header }
    await saveChoice(asker.house.database, one.caller.tenant, run.id, choice, asker.house.now())
    return answer
  })
}

async function takeFile(
  asker: Asker,
  request: FastifyRequest,
  { caller, sight }: Asked,
  dataDir: string,
): Promise<ImportRun> {
  const part = await request.file()
  if (!part) fail('import.no-file', {}, { status: 400, field: 'file' })
  const named = part.fields.entity
  const name =
    named && 'value' in named ? String(named.value) : (parameter(request, 'entity') ?? '')
  const entity = importable(sight, name)
  const kept = await keepFile(dataDir, part)
  const fileName = basename(part.filename || 'file')
  return keepRun(asker, caller, { ...kept, entity: entity.name, fileName, choice: {} })
}

async function takePasted(
  asker: Asker,
  request: FastifyRequest,
  { caller, sight }: Asked,
  dataDir: string,
): Promise<ImportRun> {
  const { entity: name, pasted } = bodyOf(request, ['entity', 'pasted'])
  const entity = importable(sight, String(name))
  if (typeof pasted !== 'string' || pasted.trim() === '')
    fail('import.empty-file', {}, { field: 'pasted' })
  const kept = await keepPasted(dataDir, pasted)
  const choice = { pasted: true }
  return keepRun(asker, caller, { ...kept, entity: entity.name, fileName: 'pasted', choice })
}

async function keepRun(
  { house }: Asker,
  caller: Caller,
  given: Kept & Pick<ImportRun, 'entity' | 'fileName' | 'choice'>,
): Promise<ImportRun> {
  const run: ImportRun = {
    ...given,
    byUser: caller.person.id,
    plan: null,
    status: 'new',
    counts: noCounts,
    operation: null,
    cancelWanted: false,
    fault: null,
  }
  try {
    await addRun(house.database, caller.tenant, run, house.now())
  } catch (error) {
    await rm(run.path, { force: true })
    throw error
  }
  return run
}

function registerLook(app: FastifyInstance, asker: Asker, voice: Voice): void {
  const { house } = asker
  app.post('/api/import/:id/look', async (request) => {
    const one = await asked(asker, request)
    const run = await ownRun(asker, one.caller, idIn(request))
    importable(one.sight, run.entity)
    const choice = { ...run.choice, ...parseChoice(bodyOf(request, choiceKeys)) }
    const speech = voice.forPerson(one.caller.person)
    const answer = await lookAt(house, one, { ...run, choice }, speech)
    const { tenant } = one.caller
    const kept = { ...choice, header: answer.header }
    if (!(await saveChoice(house.database, tenant, run.id, kept, house.now())))
      fail('import.already-running', {}, { status: 409 })
    return answer
  })
}

function registerWork(app: FastifyInstance, asker: Asker): void {
  const { house } = asker
  for (const [verb, status] of [
    ['check', 'checking'],
    ['run', 'running'],
  ] as const) {
    app.post(`/api/import/:id/${verb}`, async (request) => {
      const one = await asked(asker, request)
      const { tenant } = one.caller
      const run = await ownRun(asker, one.caller, idIn(request))
      const entity = importable(one.sight, run.entity)
      refuseGone(run)
      const hasBegun = run.operation !== null
      const plan = hasBegun ? null : planIn(request, one.caller, entity)
      await house.database.transaction(tenant, async (tx) => {
        if (plan) await beginRun(tx, tenant, run, { status, plan }, house.now())
        else if (status === 'running') await goOn(tx, tenant, run, house.now())
        else fail('import.already-running', {}, { status: 409 })
        const job = { name: importJobName, payload: { run: run.id } }
        await house.jobs.enqueue(tx, tenant, [job])
      })
      return { id: run.id, status }
    })
  }
  app.post('/api/import/:id/cancel', async (request) => {
    const { caller } = await asked(asker, request)
    const run = await ownRun(asker, caller, idIn(request))
    bodyOf(request, [])
    await wishCancel(house.database, keyOf(caller.tenant, run.id), house.now())
    return { id: run.id }
  })
}

function planIn(request: FastifyRequest, { person }: Caller, entity: Entity): KeptPlan {
  const targets = importTargets(entity, person)
  const plan = parsePlan(bodyOf(request, planKeys), entity, targets, uniqueFields(entity))
  return { ...plan, scopes: person.scopes }
}
