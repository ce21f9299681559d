/** Rights as declared, changed and shown. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { groupsOf, linesOfEntity, reachOf, sameScope, scopeKey, scopeOfKey } from './rights.ts'
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

test('records stand in the order of the menu, what it does not show at the end', () => {
  const entry = (entity: string) => ({ label: entity, entity })
  const menu = [
    { group: 'Sales', entries: [entry('quote'), entry('order'), { label: 'Report', report: 'r' }] },
    { group: 'Goods', entries: [entry('product')] },
  ]
  const house = { menu, entities: {} } as unknown as HouseMeta
  expect(groupsOf(house, ['role', 'order', 'quote', 'note'])).toEqual([
    { group: 'Sales', entities: ['quote', 'order'] },
    { group: '', entities: ['role', 'note'] },
  ])
})
