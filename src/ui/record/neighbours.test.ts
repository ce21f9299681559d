/** From record to record in the order of the list, as far as it is loaded. */
import { expect, test } from 'vitest'
import type { ListAnswer } from '#kernel/http/wire.ts'
import { neighboursAmong } from './neighbours.ts'

const page = (ids: string[], next: string | null, count?: ListAnswer['count']): ListAnswer => ({
  rows: ids.map((id) => ({ id, version: 1 })),
  refs: {},
  next,
  ...(count && { count }),
})
const pages = [page(['a', 'b'], 'x', { value: 1000, capped: true }), page(['c'], 'y')]

test('a record has one before and one after it, over the pages', () => {
  expect(neighboursAmong(pages, 'b')).toEqual({
    before: 'a',
    after: 'c',
    hasMore: true,
    at: 2,
    of: '1000+',
  })
})

test('at the ends there is none, and behind the last loaded there may be more', () => {
  expect(neighboursAmong(pages, 'a')).toMatchObject({ before: null, after: 'b', at: 1 })
  expect(neighboursAmong(pages, 'c')).toMatchObject({ before: 'b', after: null, hasMore: true })
  const only = [page(['a'], null)]
  expect(neighboursAmong(only, 'a')).toMatchObject({ after: null, hasMore: false, of: '1' })
})

test('a record that is not in the list has no neighbours', () => {
  expect(neighboursAmong(pages, 'z')).toBeNull()
})
