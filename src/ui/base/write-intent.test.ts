/** What is promised of: write intent. */
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'
import { requestOfWrite } from './write-intent.ts'

test('every intent is one request', () => {
  const values = { name: 'Ann' }
  expect(requestOfWrite({ kind: 'create', entity: 'shelf', values })).toEqual({
    method: 'post',
    path: '/api/shelf',
    body: values,
  })
  expect(requestOfWrite({ kind: 'update', entity: 'shelf', id: '1', version: 3, values })).toEqual({
    method: 'patch',
    path: '/api/shelf/1',
    body: { version: 3, name: 'Ann' },
  })
  expect(requestOfWrite({ kind: 'delete', entity: 'shelf', id: '1' })).toEqual({
    method: 'delete',
    path: '/api/shelf/1',
    body: undefined,
  })
  expect(requestOfWrite({ kind: 'restore', entity: 'shelf', id: '1' }).path).toBe(
    '/api/shelf/1/restore',
  )
})

test('an action is asked of one record, or of the whole collection', () => {
  const act = { kind: 'act', entity: 'shelf', action: 'tidy', body: {} } as const
  expect(requestOfWrite({ ...act, id: '1' }).path).toBe('/api/shelf/1/tidy')
  expect(requestOfWrite(act).path).toBe('/api/shelf/tidy')
})

test('an address leaves out what is empty and sends objects as JSON', () => {
  const query = { where: { a: [1] }, q: '', count: true, totals: false, after: null, limit: 5 }
  expect(addressOf('/api/shelf', query)).toBe(
    '/api/shelf?where=%7B%22a%22%3A%5B1%5D%7D&count=1&limit=5',
  )
  expect(addressOf('/api/shelf')).toBe('/api/shelf')
})
