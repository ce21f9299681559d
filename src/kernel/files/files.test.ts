/** Files over HTTP: seen with the record they belong to, harmless in the browser, never lost. */
import { jobCall } from '../testing/job-call.ts'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { zipOf } from '../import/file/made-files.ts'
import { people } from '../testing/people.ts'
import type { Caller } from '../action/caller.ts'
import { fail, Refusal } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import { openDiskStore } from './disk-store.ts'
import { File } from './file.entity.ts'
import type { FileAnswer } from './upload.ts'
import { registerFileRoutes } from './routes.ts'
import { sweepFiles } from './sweep-files.ts'

const Boat = defineEntity('test-boat', {
  label: { one: 'Boat', many: 'Boats' },
  title: 'name',
  fields: {
    name: f.text({ required: true }),
    owner: f.person({ default: 'me' }),
    photo: f.picture(),
  },
  access: {
    read: { sales: { owner: 'me' } },
    create: ['sales'],
    update: { sales: { owner: 'me' } },
  },
})
const harbor = defineModule({ name: 'harbor', label: 'Harbor', entities: [File, Boat] })
const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-upload-'))
const callers = new Map<string, Caller>()
let app: FastifyInstance

const world = useHouse([people, harbor], async ({ house }) => {
  house.files = await openDiskStore(dataDir)
  app = Fastify()
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Refusal
      ? reply.code(error.status).send({ rule: error.rule })
      : reply.send(error),
  )
  const identify = async ({ headers }: { headers: Record<string, unknown> }) =>
    callers.get(String(headers['x-who'])) ?? fail('session.none', {}, { status: 401 })
  registerFileRoutes(app, house, { identify, maxBytes: 100_000 })
  await app.listen({ port: 0 })
  return async () => {
    await app.close()
    rmSync(dataDir, { recursive: true })
  }
})

async function who(role: string, name: string) {
  const actor = await world().as(role, name)
  callers.set(name, actor.caller)
  return actor
}

function address(path: string): string {
  const { port } = app.server.address() as { port: number }
  return `http://127.0.0.1:${port}${path}`
}

function get(name: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address(path), { headers: { 'x-who': name, ...headers } })
}

interface Sent {
  name?: string
  bytes?: string | Buffer
  owner?: { entity: string; record: string }
  key?: string
}

function send(
  name: string,
  { name: fileName = 'note.txt', bytes = 'hello', owner, key }: Sent,
): Promise<Response> {
  const form = new FormData()
  for (const [field, value] of Object.entries(owner ?? {})) form.append(field, value)
  form.append(
    'file',
    new Blob([new Uint8Array(Buffer.from(bytes))], { type: 'image/png' }),
    fileName,
  )
  const headers = { 'x-who': name, ...(key ? { 'idempotency-key': key } : {}) }
  return fetch(address('/api/files'), { method: 'POST', headers, body: form })
}

async function sent(name: string, what: Sent): Promise<FileAnswer> {
  const response = await send(name, what)
  expect(response.status).toBe(201)
  return (await response.json()) as FileAnswer
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('without signing in there are no files', async () => {
  expect((await send('nobody', {})).status).toBe(401)
  expect((await get('nobody', '/api/files/0190a6c5-0000-7000-8000-000000000000')).status).toBe(401)
})

test('the words of a document are for whoever may have the file', async () => {
  await who('sales', 'Amy')
  await who('sales', 'Bo')
  const body = '<w:p><w:r><w:t>第一條</w:t></w:r></w:p>'
  const bytes = zipOf({ 'word/document.xml': `<w:document>${body}</w:document>` })
  const contract = await sent('Amy', { name: '合約.docx', bytes })
  const shown = await get('Amy', `/api/files/${contract.id}/text`)
  expect([shown.status, await shown.text()]).toEqual([200, '第一條'])
  expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect((await get('Bo', `/api/files/${contract.id}/text`)).status).toBe(404)
  const photo = await sent('Amy', { name: 'a.png', bytes: png })
  expect((await get('Amy', `/api/files/${photo.id}/text`)).status).toBe(404)
})

test("a file not yet attached is its uploader's alone", async () => {
  await who('sales', 'Amy')
  await who('sales', 'Bo')
  await who('administrator', 'Root')
  const file = await sent('Amy', { name: '報價單.png', bytes: png })
  expect(file).toMatchObject({ name: '報價單.png', type: 'image/png', size: png.length })
  const shown = await get('Amy', `/api/files/${file.id}`)
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
  for (const other of ['Bo', 'Root'])
    expect((await get(other, `/api/files/${file.id}`)).status).toBe(404)
})

test('with a record it is seen by whoever sees the record, and versions count up', async () => {
  const amy = await who('sales', 'Amy')
  const boat = await amy.create(Boat, { name: 'Pearl' })
  const owner = { entity: 'test-boat', record: boat.id }
  const first = await sent('Amy', { owner })
  const second = await sent('Amy', { owner, bytes: 'hello again' })
  for (const [name, status] of [
    ['Amy', 200],
    ['Root', 200],
    ['Bo', 404],
  ] as const) {
    expect((await get(name, `/api/files/${first.id}`)).status).toBe(status)
  }
  const rows = await amy.list(File, { where: { record: boat.id }, sort: 'createdAt' })
  expect(rows.map((row) => [row.id, row.revision])).toEqual([
    [first.id, 1],
    [second.id, 2],
  ])
  expect((await send('Bo', { owner })).status).toBe(404)
  for (const bad of [
    { entity: 'test-boat', record: 'x' },
    { entity: 'no-such', record: boat.id },
  ]) {
    expect((await send('Amy', { owner: bad })).status).toBe(404)
  }
})

test('a record that names a file takes it along', async () => {
  const amy = await who('sales', 'Amy')
  const photo = (await sent('Amy', { name: 'sails.png', bytes: png })).id
  const boat = await amy.create(Boat, { name: 'Gull', photo })
  const row = await world().program.see(File, photo)
  expect(row).toMatchObject({ entity: 'test-boat', record: boat.id })
  expect((await get('Root', `/api/files/${photo}/thumb`)).status).toBe(200)
  const other = await amy.create(Boat, { name: 'Tern' })
  await amy.update(Boat, other.id, { photo })
  expect((await world().program.see(File, photo)).record).toBe(boat.id)
})

test('nothing in a file can act in the browser', async () => {
  const page = await sent('Amy', { name: 'cat.png', bytes: '<svg xmlns="x" onload="alert(1)"/>' })
  expect(page.type).toBe('image/svg+xml')
  const { headers } = await get('Amy', `/api/files/${page.id}`)
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="cat.png"/)
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect((await get('Amy', `/api/files/${page.id}/thumb`)).status).toBe(404)
})

test('what the browser has is not sent again, and parts are sent alone', async () => {
  const { id } = await sent('Amy', { bytes: '0123456789' })
  const etag = (await get('Amy', `/api/files/${id}`)).headers.get('etag') ?? ''
  expect((await get('Amy', `/api/files/${id}`, { 'if-none-match': `"x", ${etag}` })).status).toBe(
    304,
  )
  const part = async (range: string, more = {}) => {
    const response = await get('Amy', `/api/files/${id}`, { range, ...more })
    return [response.status, response.headers.get('content-range'), await response.text()]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=7-99')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=-3', { 'if-range': etag })).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
  for (const whole of ['bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2'])
    expect(await part(whole)).toEqual([200, null, '0123456789'])
  expect(await part('bytes=2-4', { 'if-range': '"old"' })).toEqual([200, null, '0123456789'])
})

test('bad uploads are refused by name and leave nothing', async () => {
  const rule = async (response: Response) => [
    response.status,
    ((await response.json()) as { rule: string }).rule,
  ]
  expect(await rule(await send('Amy', { bytes: Buffer.alloc(100_001) }))).toEqual([
    413,
    'file.too-big',
  ])
  const post = (body: BodyInit, headers = {}) =>
    fetch(address('/api/files'), { method: 'POST', body, headers: { 'x-who': 'Amy', ...headers } })
  expect(await rule(await post(new FormData()))).toEqual([422, 'file.none'])
  const two = new FormData()
  for (const name of ['a', 'b']) two.append('file', new Blob([name]), name)
  expect(await rule(await post(two))).toEqual([422, 'file.one-at-a-time'])
  const half = new FormData()
  half.append('entity', 'test-boat')
  half.append('file', new Blob(['x']), 'x')
  expect(await rule(await post(half))).toEqual([422, 'file.owner-incomplete'])
  const kept = async () => (await world().program.list(File)).length
  const before = await kept()
  await new Promise<void>((resolve) => {
    const head =
      'POST /api/files HTTP/1.1\r\nHost: x\r\nx-who: Amy\r\nContent-Length: 9999\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n'
    const { port } = app.server.address() as { port: number }
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `${head}--b\r\nContent-Disposition: form-data; name="file"; filename="cut.txt"\r\n\r\nhalf a fi`,
      )
      setTimeout(() => socket.destroy(), 200)
    })
    socket.on('close', () => resolve())
  })
  await eventually(() => expect(readdirSync(join(dataDir, 'files', 'unfinished'))).toEqual([]))
  expect(await kept()).toBe(before)
})

test('a repeated upload with its key is one file', async () => {
  const [first, again] = [
    await sent('Amy', { key: 'upload-0001' }),
    await sent('Amy', { key: 'upload-0001' }),
  ]
  expect(again).toEqual(first)
  expect((await send('Amy', { key: 'upload-0001', bytes: 'other' })).status).toBe(409)
})

test('the sweep removes what nobody attached, keeps what another company has', async () => {
  const { house, tenant } = world()
  const elsewhere = await world().elsewhere()
  const amy = await who('sales', 'Amy')
  callers.set('Zoe', (await elsewhere.as('sales', 'Zoe')).caller)
  const boat = await amy.create(Boat, { name: 'Heron' })
  const forgotten = await sent('Amy', { bytes: 'forgotten' })
  const shared = await sent('Amy', { bytes: 'shared' })
  const attached = await sent('Amy', {
    bytes: 'attached',
    owner: { entity: 'test-boat', record: boat.id },
  })
  await sent('Zoe', { bytes: 'shared' })
  const rows = [forgotten, shared, attached].map(
    async ({ id }) => (await world().program.see(File, id)).hash,
  )
  const paths = (await Promise.all(rows)).map((hash) =>
    join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash),
  )
  const now = new Date(Date.now() + 25 * 60 * 60 * 1000)
  for (const path of paths) utimesSync(path, 0, 0)
  await house.database.transaction(elsewhere.tenant, (tx) =>
    tx.query(sql`update file set created_at = ${now} where tenant = ${elsewhere.tenant}`),
  )
  for (const company of [tenant, elsewhere.tenant])
    await sweepFiles.run(house, jobCall({ tenant: company, now }))
  const left = await world().program.list(File)
  expect(left.every((row) => row.record !== null)).toBe(true)
  expect(left.map((row) => row.id)).toContain(attached.id)
  expect(paths.map((path) => existsSync(path))).toEqual([false, true, true])
})
