/** Drafts survive, stay apart, and make room for newer ones. */
import { expect, test } from 'vitest'
import { draftName, dropOldDrafts, keepDraft, readDraft } from './draft.ts'
import type { Shelf } from './draft.ts'

/** A shelf that holds so many characters, as a browser's storage does. */
function shelfOf(limit: number): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
    setItem(name, text) {
      const others = [...kept].filter(([each]) => each !== name)
      const size = others.reduce((sum, [, each]) => sum + each.length, text.length)
      if (size > limit) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, text)
    },
  }
}

const draft = (at: string, note: string) => ({ at, base: {}, values: { note }, titles: {} })

test('a draft comes back to its person and form only', () => {
  const shelf = shelfOf(1000)
  const name = draftName('ada', 'order', 'new')
  keepDraft(shelf, name, draft('2026-11-23T08:00:00Z', '未完成'))
  expect(readDraft(shelf, name)?.values).toEqual({ note: '未完成' })
  expect(readDraft(shelf, draftName('ben', 'order', 'new'))).toBeNull()
  shelf.kept.set(name, '{broken')
  expect(readDraft(shelf, name)).toBeNull()
})

test('the oldest drafts make room, other things on the shelf do not', () => {
  const shelf = shelfOf(230)
  shelf.kept.set('preferences', 'x'.repeat(60))
  keepDraft(shelf, draftName('ada', 'a', '1'), draft('2026-11-21T00:00:00Z', ''))
  keepDraft(shelf, draftName('ada', 'b', '1'), draft('2026-11-20T00:00:00Z', ''))
  expect(keepDraft(shelf, draftName('ada', 'c', '1'), draft('2026-11-23T00:00:00Z', 'ok'))).toBe(
    true,
  )
  expect([...shelf.kept.keys()]).toEqual([
    'preferences',
    draftName('ada', 'a', '1'),
    draftName('ada', 'c', '1'),
  ])
  const huge = draft('2026-11-23T00:00:00Z', 'x'.repeat(500))
  expect(keepDraft(shelf, draftName('ada', 'd', '1'), huge)).toBe(false)
})

test('drafts nobody came back to are forgotten', () => {
  const shelf = shelfOf(1000)
  keepDraft(shelf, draftName('ada', 'a', '1'), draft('2026-09-01T00:00:00Z', 'old'))
  keepDraft(shelf, draftName('ada', 'b', '1'), draft('2026-11-01T00:00:00Z', 'young'))
  dropOldDrafts(shelf, Date.parse('2026-11-23T00:00:00Z'))
  expect([...shelf.kept.keys()]).toEqual([draftName('ada', 'b', '1')])
})
