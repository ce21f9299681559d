/** The timeline is one: what was said and done, newest first. */
import { expect, test } from 'vitest'
import type { HistoryEntry } from '#kernel/http/wire.ts'
import { kindsIn, mergedTimeline } from './timeline-order.ts'

const entry = (id: string, at: string): HistoryEntry => ({
  id,
  at,
  by: null,
  action: 'update',
  label: 'Changed',
  changes: [],
  undoable: false,
})

test('newest first, words before deeds of the same moment', () => {
  const comment = (id: string, createdAt: string) => ({ id, version: 1, createdAt, text: '' })
  const items = mergedTimeline(
    [entry('h1', '2026-11-20T08:00:00.000Z'), entry('h2', '2026-11-22T08:00:00.000Z')],
    [comment('c1', '2026-11-21T08:00:00.000Z'), comment('c2', '2026-11-22T08:00:00.000Z')],
  )
  expect(items.map(({ key }) => key)).toEqual(['c2', 'h2', 'c1', 'h1'])
})

test('files stand where they were added; only what is there can be chosen', () => {
  const file = { id: 'f1', version: 1, createdAt: '2026-11-21T08:00:00.000Z', name: 'a.pdf' }
  const history = [entry('h1', '2026-11-20T08:00:00.000Z'), entry('h2', '2026-11-22T08:00:00.000Z')]
  const items = mergedTimeline(history, [], [file])
  expect(items.map(({ key }) => key)).toEqual(['h2', 'f1', 'h1'])
  expect(kindsIn(items)).toEqual(['file', 'history'])
  expect(kindsIn(mergedTimeline(history, []))).toEqual([])
})

test('what happened elsewhere stands at its own moment, not when it was written down', () => {
  const call = { id: 'e1', version: 1, happenedAt: '2026-11-21T08:00:00.000Z' }
  const events = [{ entity: 'talk', at: 'happenedAt', rows: [call] }]
  const history = [entry('h1', '2026-11-20T08:00:00.000Z'), entry('h2', '2026-11-22T08:00:00.000Z')]
  const items = mergedTimeline(history, [], [], events)
  expect(items.map(({ key }) => key)).toEqual(['h2', 'e1', 'h1'])
  expect(kindsIn(items)).toEqual(['event', 'history'])
})
