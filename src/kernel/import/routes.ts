/** Bringing data in over HTTP: upload, look, map, check, run, watch, cancel, get rejected rows. */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'
import type { Caller } from '../action/caller.ts'
import { newId } from '../db/new-id.ts'
import type { Entity } from '../entity/entity.ts'
import { asked, bodyOf, idIn, parameter, type Asked, type Asker } from '../http/asker.ts'
import { fieldMeta } from '../http/meta.ts'
import type { Voice } from '../http/voice.ts'
import { guessMapping } from './mapping/guess.ts'
import { openRunTable } from './open-run-table.ts'
import { parsePlan, parseChoice } from './parse-plan.ts'
import { importJobName } from './import.job.ts'
import { addRun, forgetProblems, noCounts, saveRun, sendRun, type ImportRun } from './run-store.ts'
import { ownRun } from './own-run.ts'
import { importTargets } from './targets.ts'
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
  registerWork(app, asker)
  registerImportWatch(app, asker, voice)
}

function registerUpload(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  place: ImportPlace,
): void {
  app.post('/api/import', async (request) => {
    const one = await asked(asker, request)
    const run = request.isMultipart()
      ? await takeFile(asker, request, one, place)
      : await takePasted(asker, request, one, place)
    return lookAt(asker, one, run, voice)
  })
  app.post('/api/import/:id/look', async (request) => {
    const one = await asked(asker, request)
    const run = await ownRun(asker, one.caller, idIn(request))
    const choice = { ...run.choice, ...parseChoice(bodyOf(request)) }
    const answer = await lookAt(asker, one, { ...run, choice }, voice)
    await saveRun(asker.house.database, one.caller.tenant, run.id, { choice }, asker.house.now())
    return answer
  })
}

async function takeFile(
  asker: Asker,
  request: FastifyRequest,
  { caller, sight }: Asked,
  { dataDir }: ImportPlace,
): Promise<ImportRun> {
  const part = await request.file()
  if (!part) fail('import.no-file', {}, { status: 400, field: 'file' })
  const named = part.fields.entity
  const entity =
    named && 'value' in named ? String(named.value) : (parameter(request, 'entity') ?? '')
  const target = importable(asker, sight, entity)
  const { id, path } = await newPlace(dataDir)
  await pipeline(part.file, createWriteStream(path))
  if (part.file.truncated) fail('request.too-large', {}, { status: 413, field: 'file' })
  return keepRun(asker, caller, {
    id,
    path,
    entity: target.name,
    fileName: basename(part.filename || 'file'),
    choice: {},
  })
}

async function takePasted(
  asker: Asker,
  request: FastifyRequest,
  { caller, sight }: Asked,
  { dataDir }: ImportPlace,
): Promise<ImportRun> {
  const { entity, pasted } = bodyOf(request)
  const target = importable(asker, sight, String(entity))
  if (typeof pasted !== 'string' || pasted.trim() === '')
    fail('import.empty-file', {}, { field: 'pasted' })
  const { id, path } = await newPlace(dataDir)
  await writeFile(path, pasted)
  return keepRun(asker, caller, {
    id,
    path,
    entity: target.name,
    fileName: 'pasted',
    choice: { pasted: true },
  })
}

async function newPlace(dataDir: string): Promise<{ id: string; path: string }> {
  const folder = join(dataDir, 'imports')
  await mkdir(folder, { recursive: true })
  const id = newId()
  return { id, path: join(folder, id) }
}

async function keepRun(
  { house }: Asker,
  caller: Caller,
  given: Pick<ImportRun, 'id' | 'path' | 'entity' | 'fileName' | 'choice'>,
): Promise<ImportRun> {
  const run: ImportRun = {
    ...given,
    byUser: caller.person.id,
    plan: null,
    status: 'new',
    counts: noCounts,
    operation: null,
    cancelWanted: false,
  }
  await addRun(house.database, caller.tenant, run, house.now())
  return run
}

function importable({ house }: Asker, sight: Asked['sight'], name: string): Entity {
  const entity = house.registry.entities.get(name)
  if (!entity || entity.managed || entity.appendOnly || entity.isLine)
    fail('route.not-found', {}, { status: 404 })
  const may = sight.grants.scopes(sight.reader.person, name, 'import').length > 0
  if (!may) fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
  return entity
}

async function lookAt({ house }: Asker, { caller, sight }: Asked, run: ImportRun, voice: Voice) {
  const entity = house.registry.entities.get(run.entity) as Entity
  const table = await openRunTable(run)
  const targets = importTargets(entity, caller.person)
  const cut = { sight, speech: voice.forPerson(caller.person) }
  const fields = targets.map(({ field, part, labels, definition }) => {
    const meta = fieldMeta(cut, field, definition)
    return part === null
      ? meta
      : {
          ...meta,
          kind: 'text' as const,
          label: `${meta.label}: ${cut.speech.t(labels[0] ?? part)}`,
        }
  })
  const {
    kind,
    encoding,
    encodingConfident,
    separator,
    sheets,
    sheet,
    headerRow,
    header,
    preview,
  } = table
  return {
    id: run.id,
    kind,
    encoding,
    encodingConfident,
    separator,
    sheets,
    sheet,
    headerRow,
    header,
    preview,
    mapping: guessMapping(header, preview, targets),
    fields,
    keys: keysOf(entity),
  }
}

/** Fields by which a row can mean a record that is there already. */
function keysOf(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((name) => {
    const field = entity.fields[name]
    return field?.unique === true && ['text', 'serial', 'email'].includes(field.kind)
  })
}

function registerWork(app: FastifyInstance, asker: Asker): void {
  const { house } = asker
  for (const [verb, status] of [
    ['check', 'checking'],
    ['run', 'running'],
  ] as const) {
    app.post(`/api/import/:id/${verb}`, async (request) => {
      const { caller, sight } = await asked(asker, request)
      const run = await ownRun(asker, caller, idIn(request))
      if (!['new', 'checked', 'failed'].includes(run.status))
        fail('import.already-running', {}, { status: 409 })
      const entity = importable(asker, sight, run.entity)
      const plan = parsePlan(
        bodyOf(request),
        entity,
        importTargets(entity, caller.person),
        keysOf(entity),
      )
      await forgetProblems(house.database, caller.tenant, run.id)
      await house.database.transaction(caller.tenant, async (tx) => {
        sendRun(
          tx,
          caller.tenant,
          run.id,
          { plan, status, counts: noCounts, cancelWanted: false },
          house.now(),
        )
        await house.jobs.enqueue(tx, caller.tenant, [
          { name: importJobName, payload: { run: run.id } },
        ])
      })
      return { id: run.id, status }
    })
  }
  app.post('/api/import/:id/cancel', async (request) => {
    const { caller } = await asked(asker, request)
    const run = await ownRun(asker, caller, idIn(request))
    await saveRun(house.database, caller.tenant, run.id, { cancelWanted: true }, house.now())
    return { id: run.id }
  })
}
