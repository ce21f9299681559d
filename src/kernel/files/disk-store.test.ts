/** Bytes are kept once, whole or not at all, and go only when nobody wants them. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { refuses } from '../testing/world.ts'
import { openDiskStore } from './disk-store.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-files-'))
const store = await openDiskStore(dataDir)
const hour = 60 * 60 * 1000
const yesterday = new Date(Date.now() - 24 * hour)

afterAll(() => rmSync(dataDir, { recursive: true }))

function pieces(bytes: Buffer): Readable {
  const parts = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, n) =>
    bytes.subarray(n * 1000, n * 1000 + 1000),
  )
  return Readable.from(parts)
}

function put(bytes: Buffer) {
  return store.put(pieces(bytes), 1_000_000)
}

function pathOf(hash: string): string {
  return join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)
}

function age(hash: string, at: Date): void {
  utimesSync(pathOf(hash), at, at)
}

function unfinished(): string[] {
  return readdirSync(join(dataDir, 'files', 'unfinished'))
}

test('a file lies under the hash of its content and comes back as it was', async () => {
  const bytes = randomBytes(70_123)
  const stored = await put(bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(stored).toMatchObject({ hash, size: 70_123 })
  expect(Buffer.from(stored.head)).toEqual(bytes.subarray(0, 16_384))
  expect(readFileSync(pathOf(hash))).toEqual(bytes)
  expect(await buffer(store.open(hash))).toEqual(bytes)
  expect(await buffer(store.open(hash, { start: 10, end: 19 }))).toEqual(bytes.subarray(10, 20))
  expect(await store.has(hash)).toBe(true)
  expect(await store.has('0'.repeat(64))).toBe(false)
  expect(unfinished()).toEqual([])
})

test('an empty file is a file', async () => {
  const { hash, size } = await put(Buffer.alloc(0))
  expect(size).toBe(0)
  expect(await buffer(store.open(hash))).toHaveLength(0)
})

test('what is too big is refused while it comes in, and leaves nothing behind', async () => {
  const source = pieces(randomBytes(50_000))
  const refusal = await refuses(store.put(source, 9_999), 'file.too-big', 'file')
  expect(refusal.status).toBe(413)
  expect(source.destroyed).toBe(false)
  expect(unfinished()).toEqual([])
})

test('a source that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half')
      throw new Error('the line is dead')
    })(),
  )
  await expect(store.put(broken, 1000)).rejects.toThrow('the line is dead')
  expect(unfinished()).toEqual([])
})

test('many at once with the same content end as one file', async () => {
  const bytes = randomBytes(5_000)
  const all = await Promise.all(Array.from({ length: 8 }, () => put(bytes)))
  expect(new Set(all.map((one) => one.hash)).size).toBe(1)
  expect(readFileSync(pathOf(all[0]?.hash ?? ''))).toEqual(bytes)
})

test('only a hash names a file', () => {
  expect(() => store.open('../../etc/passwd')).toThrow('hash')
})

test('sweeping removes what is old and unwanted, nothing else', async () => {
  const [wanted, unwanted, young] = await Promise.all(
    [1, 2, 3].map(async () => (await put(randomBytes(100))).hash),
  )
  for (const hash of [wanted, unwanted]) age(hash ?? '', new Date(yesterday.getTime() - hour))
  const asked: string[] = []
  const removed = await store.sweep(yesterday, async (hashes) => {
    asked.push(...hashes)
    return new Set([wanted ?? ''])
  })
  expect(new Set(asked)).toEqual(new Set([wanted, unwanted]))
  expect(removed).toBe(1)
  expect([wanted, unwanted, young].map((hash) => existsSync(pathOf(hash ?? '')))).toEqual([
    true,
    false,
    true,
  ])
})

test('what is uploaded again while the sweep asks around stays', async () => {
  const bytes = randomBytes(100)
  const { hash } = await put(bytes)
  age(hash, new Date(yesterday.getTime() - hour))
  await store.sweep(yesterday, async () => {
    await put(bytes)
    return new Set()
  })
  expect(readFileSync(pathOf(hash))).toEqual(bytes)
})
