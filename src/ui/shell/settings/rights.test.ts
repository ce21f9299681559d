/** Rights as declared, changed and shown. */
import { expect, test } from 'vitest'
import { linesOfEntity, reachOf, sameScope, scopeKey, scopeOfKey } from './rights.ts'
import type { RightLine, RightsAnswer } from './rights.ts'

const read: RightLine = {
  entity: 'order',
  right: 'read',
  label: 'read',
  declared: { sales: { owner: 'me' }, finance: 'all', buyer: null },
}
const confirm: RightLine = { ...read, right: 'do:confirm', label: 'Confirm', declared: {} }
const change = { id: 'g1', version: 1, entity: 'order', right: 'read' }
const answer: RightsAnswer = {
  roles: [],
  lines: [read, confirm],
  fields: [],
  changes: [
    { ...change, role: 'finance', allowed: false, scope: null },
    { ...change, role: 'buyer', allowed: true, scope: null },
  ],
}

test('a change goes before what is declared', () => {
  expect(reachOf(answer, read, 'sales')).toEqual({ scope: { owner: 'me' }, change: undefined })
  expect(reachOf(answer, read, 'finance').scope).toBeNull()
  expect(reachOf(answer, read, 'buyer').scope).toBe('all')
  expect(reachOf(answer, confirm, 'sales').scope).toBeNull()
})

test('scopes keep their meaning as choices', () => {
  for (const scope of [null, 'all', { owner: 'me' }] as const) {
    expect(scopeOfKey(scopeKey(scope))).toEqual(scope)
  }
  expect(sameScope({ owner: 'me' }, { owner: 'my-team' })).toBe(false)
})

test('actions stand below the plain rights of their entity', () => {
  const { plain, actions } = linesOfEntity(answer.lines, 'order')
  expect([plain.length, actions.length]).toEqual([1, 1])
  expect(linesOfEntity(answer.lines, 'quote').plain).toEqual([])
})
