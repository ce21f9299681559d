/** What was read is read again by the same person only, and gone with whoever leaves. */
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { forgetKept, keepAnswer, keptAnswer, keptOwner, type KeptStore } from './kept-answers.ts'

const shelves = new Map<string, Map<string, Response>>()
const values = new Map<string, string>()
afterAll(() => vi.unstubAllGlobals())
vi.stubGlobal('localStorage', {
  getItem: (key: string) => values.get(key) ?? null,
  setItem: (key: string, value: string) => void values.set(key, value),
  removeItem: (key: string) => void values.delete(key),
})

const store: KeptStore = {
  keys: async () => [...shelves.keys()],
  delete: async (name) => shelves.delete(name),
  open: async (name) => {
    const shelf = shelves.get(name) ?? new Map<string, Response>()
    shelves.set(name, shelf)
    return {
      match: async (address) => shelf.get(address)?.clone(),
      // As in a browser, what takes the place of another is the newest.
      put: async (address, answer) => {
        shelf.delete(address)
        shelf.set(address, answer)
      },
      delete: async ({ url }) => shelf.delete(url),
      keys: async () => [...shelf.keys()].map((url) => ({ url }) as Request),
    }
  },
}

const now = Date.parse('2026-11-29T14:05:00Z')
const day = 86_400_000

function come(id: string): Promise<void> {
  return keepAnswer('/api/meta', { user: { id } }, keptOwner(), now, store)
}

function keep(address: string, answer: unknown, asker = keptOwner(), at = now): Promise<void> {
  return keepAnswer(address, answer, asker, at, store)
}

async function kept(address: string, at = now): Promise<unknown> {
  return (await keptAnswer(address, at, store))?.answer ?? null
}

beforeEach(() => {
  shelves.clear()
  values.clear()
})

test('before it is known who is there nothing is kept', async () => {
  await keep('/api/customer', 'rows')
  expect([await kept('/api/customer'), shelves.size]).toEqual([null, 0])
})

test('an answer is read again with the moment it is of, for a week', async () => {
  await come('mei')
  await keep('/api/customer?limit=50', { rows: [1] })
  expect(await keptAnswer('/api/customer?limit=50', now + day, store)).toEqual({
    at: '2026-11-29T14:05:00.000Z',
    answer: { rows: [1] },
  })
  expect(await kept('/api/customer?limit=50', now + 8 * day)).toBeNull()
  expect(await kept('/api/customer?limit=20')).toBeNull()
})

test('nobody reads what another has read', async () => {
  await come('mei')
  await keep('/api/customer', 'of Mei')
  await come('lin')
  expect(await kept('/api/customer')).toBeNull()
  expect([...shelves.keys()]).toEqual(['shangmai-kept lin'])
})

test('an answer that comes when its asker has gone is kept for nobody', async () => {
  await come('mei')
  const asker = keptOwner()
  await forgetKept(store)
  await keep('/api/customer', 'of Mei', asker)
  expect(shelves.size).toBe(0)
  await come('lin')
  await keep('/api/customer', 'of Mei', asker)
  expect(await kept('/api/customer')).toBeNull()
})

test('leaving takes everything along', async () => {
  await come('mei')
  await keep('/api/customer', 'of Mei')
  await forgetKept(store)
  expect([shelves.size, keptOwner()]).toEqual([0, null])
})

test('keys, devices and files of a person are never kept', async () => {
  await come('mei')
  for (const address of ['/api/session/all', '/api/api-key', '/api/files/1', '/api/notification'])
    await keep(address, 'secret')
  expect([...(shelves.get('shangmai-kept mei')?.keys() ?? [])]).toEqual(['/api/meta'])
})

test('the oldest make room', async () => {
  await come('mei')
  for (let nth = 0; nth < 305; nth += 1) await keep(`/api/customer/${nth}`, nth)
  expect(await kept('/api/customer/1')).toBeNull()
  expect(await kept('/api/customer/304')).toBe(304)
  expect(shelves.get('shangmai-kept mei')?.size).toBe(300)
})
