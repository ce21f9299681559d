/** Takes a file in: streamed to the store, looked at, and written down with its record. */
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import { holdFor } from '../action/hold.ts'
import { idempotencyOf } from '../action/idempotency.ts'
import { createRecord } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import { write, type WriteWish } from '../action/write.ts'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import type { House } from '../house.ts'
import { writeWish } from '../http/asker.ts'
import { File } from './file.entity.ts'
import { sniffType } from './sniff-type.ts'
import type { Stored } from './store.ts'

export interface FileAnswer {
  id: string
  name: string
  type: string
  size: number
}

interface Form {
  name: string
  stored: Stored
  fields: Record<string, string>
}

interface Owner {
  entity: string
  record: string
}

const ownerFields = ['entity', 'record']

/** @throws {Refusal} `file.…`, `record.not-found` for a record the person does not see */
export async function takeUpload(
  house: House,
  caller: Caller,
  request: FastifyRequest,
  maxBytes: number,
): Promise<FileAnswer> {
  const form = await readForm(house, request, maxBytes)
  const type = await sniffType(form.stored.head, form.name)
  const owner = ownerIn(form.fields)
  const wish = wishOf(request, form, owner)
  return write(house, caller, wish, async (unit) => {
    const revision = owner ? await nextRevision(unit, owner, form.name) : 1
    const { size, hash } = form.stored
    const draft = { name: form.name, type, size: String(size), hash, revision, ...owner }
    const row = await addFile(unit, draft)
    return { id: row.id, name: form.name, type, size }
  })
}

async function addFile(unit: Unit, draft: Record<string, unknown>) {
  const scopes = unit.sight.grants.scopes(unit.caller.person, File.name, 'create')
  if (scopes.length === 0) fail('record.not-allowed', { entity: File.label.many }, { status: 403 })
  return createRecord(unit, File, draft)
}

/** The same key with another content is refused, as with every write. */
function wishOf(request: FastifyRequest, form: Form, owner: Owner | null): WriteWish {
  const { idempotency, ...wish } = writeWish(request)
  if (!idempotency) return wish
  const content = { name: form.name, hash: form.stored.hash, owner }
  return {
    ...wish,
    idempotency: idempotencyOf(idempotency.key, request.method, request.url, content),
  }
}

async function readForm(house: House, request: FastifyRequest, maxBytes: number): Promise<Form> {
  if (!request.isMultipart()) fail('file.form-expected', {}, { status: 415 })
  const fields: Record<string, string> = {}
  let file: Omit<Form, 'fields'> | null = null
  // The store counts the bytes and refuses; the form's own limit would cut the file off.
  const limits = { fileSize: Infinity, fields: 10, fieldSize: 1000, parts: 12 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else if (file) refuseSecond(part)
    else file = { name: cleanName(part.filename), stored: await store(house, part, maxBytes) }
  }
  if (!file) fail('file.none', {}, { field: 'file' })
  const name = Object.keys(fields).find((field) => !ownerFields.includes(field))
  if (name !== undefined) fail('request.unknown-key', { name }, { status: 400, field: name })
  return { ...file, fields }
}

function refuseSecond(part: MultipartFile): never {
  part.file.resume()
  return fail('file.one-at-a-time', {}, { field: 'file' })
}

/** What is left of a refused file is read and dropped, so that the answer reaches the sender. */
async function store(house: House, part: MultipartFile, maxBytes: number): Promise<Stored> {
  try {
    return await house.files.put(part.file, maxBytes)
  } finally {
    part.file.resume()
  }
}

export function cleanName(given: string): string {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
    .trim()
  const ending = /\.[^.]{1,20}$/u.exec(name)?.[0] ?? ''
  const most = 200
  return name.length <= most ? name || 'file' : name.slice(0, most - ending.length) + ending
}

function ownerIn({ entity, record }: Record<string, string>): Owner | null {
  if (!entity && !record) return null
  if (!entity || !record) fail('file.owner-incomplete', {}, { field: entity ? 'record' : 'entity' })
  if (!isId(record)) fail('record.not-found', {}, { status: 404, field: 'record' })
  return { entity, record }
}

/** Locks the record, so that two uploads of one name do not get the same version. */
async function nextRevision(
  unit: Unit,
  { entity: entityName, record }: Owner,
  name: string,
): Promise<number> {
  const entity = unit.house.registry.entities.get(entityName)
  if (!entity || entity.isLine) fail('record.not-found', {}, { status: 404, field: 'entity' })
  await holdFor(unit, entity, record, 'read')
  const { tenant } = unit.sight.reader
  const [row] = await unit.tx.query<{ next: number }>(
    sql`select coalesce(max(revision), 0) + 1 as next from file
      where tenant = ${tenant} and entity = ${entityName} and record = ${record}::uuid
        and name = ${name}`,
  )
  return row?.next ?? 1
}
