/** Files over HTTP: bring one, look at one, as far as one may see the record it belongs to. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { scopeAmong } from '../access/hung-on.ts'
import type { Sight } from '../access/scope.ts'
import { fail } from '../base/fail.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { asked, idIn, type Identify } from '../http/asker.ts'
import { rangeIn } from './byte-range.ts'
import { File } from './file.entity.ts'
import { isOffice, officeText } from './office-text.ts'
import { onDisk } from './on-disk.ts'
import { isPicture, servingOf } from './serving.ts'
import { takeUpload } from './upload.ts'

export interface FileRoutes {
  identify: Identify
  /** Largest file that is taken. */
  maxBytes: number
}

interface Known {
  name: string
  type: string
  size: string
  hash: string
}

export function registerFileRoutes(app: FastifyInstance, house: House, options: FileRoutes): void {
  const asker = { house, identify: options.identify }
  app.register(async (scope) => {
    if (!scope.hasContentTypeParser('multipart/form-data')) await scope.register(multipart)
    scope.post('/api/files', async (request, reply) => {
      const caller = await options.identify(request)
      reply.code(201)
      return takeUpload(house, caller, request, options.maxBytes)
    })
    scope.get('/api/files/:id', async (request, reply) => {
      const { sight } = await asked(asker, request)
      return serve(house, await visibleFile(house, sight, idIn(request)), request, reply)
    })
    // The picture itself: browsers scale it, and no heavy library is needed.
    scope.get('/api/files/:id/thumb', async (request, reply) => {
      const { sight } = await asked(asker, request)
      const file = await visibleFile(house, sight, idIn(request))
      if (!isPicture(file.type)) fail('file.no-picture', {}, { status: 404 })
      return serve(house, file, request, reply)
    })
    scope.get('/api/files/:id/text', async (request, reply) => {
      const { sight } = await asked(asker, request)
      return serveText(house, await visibleFile(house, sight, idIn(request)), reply)
    })
  })
}

/** The words of an Office document; its parts are read here and there, so from a file on disk. */
async function serveText(house: House, file: Known, reply: FastifyReply) {
  if (!isOffice(file.type)) fail('file.no-text', {}, { status: 404 })
  if (!(await house.files.has(file.hash))) fail('file.bytes-missing', {}, { status: 404 })
  const text = await onDisk(house.files, file.hash, (path) => officeText(path, file.type))
  reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' })
  return reply.type('text/plain; charset=utf-8').send(text)
}

/**
 * A file that belongs to no record yet is its uploader's alone, whatever others may otherwise see.
 * @throws {Refusal} `record.not-found` (404)
 */
async function visibleFile(house: House, sight: Sight, id: string): Promise<Known> {
  const { tenant, me } = sight.reader
  const ask = <R>(query: Sql) => house.database.read<R>(tenant, query)
  const scope = await scopeAmong(ask, sight, File, [id])
  const [file] = await ask<Known>(
    sql`select r.name, r.type, r.size, r.hash from file r
      where r.tenant = ${tenant} and r.id = ${id}::uuid and r.deleted_at is null
        and (r.record is not null or r.created_by = ${me}::uuid) and ${scope}`,
  )
  if (!file) fail('record.not-found', {}, { status: 404 })
  return file
}

async function serve(house: House, file: Known, request: FastifyRequest, reply: FastifyReply) {
  const tag = `"${file.hash}"`
  describe(file, tag, reply)
  if (request.headers['if-none-match']?.split(/\s*,\s*/u).includes(tag))
    return reply.code(304).send()
  if (!(await house.files.has(file.hash))) fail('file.bytes-missing', {}, { status: 404 })
  const size = Number(file.size)
  const range = rangeIn(request, size, tag)
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${size}`).send()
  if (range) {
    const { start, end } = range
    reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
    return reply.header('content-length', end - start + 1).send(house.files.open(file.hash, range))
  }
  return reply.header('content-length', size).send(house.files.open(file.hash))
}

/** Rights may change at any time: the browser keeps the file, but asks each time. */
function describe(file: Known, tag: string, reply: FastifyReply): void {
  const { type, disposition, policy } = servingOf(file.type, file.name)
  reply.headers({
    'content-type': type,
    'content-disposition': disposition,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag: tag,
  })
}
