/** Long work leaves room for others in between, and stops where it is told to. */
import { expect, test } from 'vitest'
import { inParts, oneAhead } from './breathe.ts'

test('parts hold everything in order, and others get their turn between them', async () => {
  const seen: (number[] | 'other')[] = []
  const other = new Promise<void>((resolve) => {
    setImmediate(() => {
      seen.push('other')
      resolve()
    })
  })
  for await (const part of inParts([1, 2, 3, 4, 5], 2)) seen.push(part)
  await other
  expect(seen.filter((part) => part !== 'other')).toEqual([[1, 2], [3, 4], [5]])
  expect(seen.indexOf('other')).toBeGreaterThan(0)
  expect(seen.indexOf('other')).toBeLessThan(3)
})

test('nothing has no parts', async () => {
  expect(await Array.fromAsync(inParts([], 3))).toEqual([])
})

/** Tells what it did. */
async function* counting(told: string[], failAt = 4): AsyncGenerator<number> {
  try {
    for (let count = 1; count <= 3; count += 1) {
      if (count === failAt) throw new Error('broken')
      told.push(`made ${count}`)
      yield count
    }
  } finally {
    told.push('closed')
  }
}

test('the next is made while one works on the last', async () => {
  const told: string[] = []
  for await (const count of oneAhead(counting(told))) {
    await Promise.resolve()
    told.push(`used ${count}`)
  }
  expect(told).toEqual(['made 1', 'made 2', 'used 1', 'made 3', 'used 2', 'closed', 'used 3'])
})

test('who stops early closes the source, one made ahead or not', async () => {
  const told: string[] = []
  for await (const count of oneAhead(counting(told))) if (count === 1) break
  expect(told.at(-1)).toBe('closed')
})

test('what breaks ahead breaks when it is its turn', async () => {
  const told: string[] = []
  const work = async () => {
    for await (const count of oneAhead(counting(told, 2))) told.push(`used ${count}`)
  }
  await expect(work()).rejects.toThrow('broken')
  expect(told).toContain('used 1')
})
