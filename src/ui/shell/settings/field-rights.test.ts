/** Fields as declared and changed for a role, and what to give or take for another wish. */
import { expect, test } from 'vitest'
import { fieldReach, grantsFor, levelsOf } from './field-rights.ts'
import type { FieldLine } from './field-rights.ts'
import type { RightsAnswer } from './rights.ts'

const phone: FieldLine = { entity: 'customer', of: 'customer', field: 'phone', label: 'Phone' }
const limit: FieldLine = { ...phone, field: 'limit', changedBy: ['finance'] }
const cost: FieldLine = { ...phone, field: 'cost', computed: true, seenBy: ['buyer'] }
const change = { id: 'g1', version: 1, entity: 'customer', role: 'sales', scope: null }

function answerWith(...changes: { right: string; allowed: boolean }[]): RightsAnswer {
  return {
    roles: [],
    lines: [],
    fields: [],
    changes: changes.map((one) => ({ ...change, ...one })),
  }
}

test('a role has what is declared until something else is given', () => {
  const plain = answerWith()
  expect(fieldReach(plain, phone, 'sales').level).toBe('change')
  expect(fieldReach(plain, limit, 'sales').level).toBe('see')
  expect(fieldReach(plain, limit, 'finance').level).toBe('change')
  expect(fieldReach(plain, cost, 'helper').level).toBe('hidden')
  expect(fieldReach(plain, cost, 'buyer').level).toBe('see')
  const changed = answerWith({ right: 'see:phone', allowed: false })
  expect(fieldReach(changed, phone, 'sales')).toEqual({ level: 'hidden', declared: 'change' })
  expect(fieldReach(changed, phone, 'finance').level).toBe('change')
})

test('what is computed is never given to change', () => {
  expect(levelsOf(cost)).toEqual(['hidden', 'see'])
  expect(levelsOf(phone)).toEqual(['hidden', 'see', 'change'])
})

test('only what differs is given or taken', () => {
  const rightsFor = (answer: RightsAnswer, line: FieldLine, wished: 'hidden' | 'see' | 'change') =>
    grantsFor(answer, line, 'sales', wished).map(({ right, allowed }) => [right, allowed])
  const plain = answerWith()
  expect(rightsFor(plain, phone, 'change')).toEqual([])
  expect(rightsFor(plain, phone, 'see')).toEqual([['change:phone', false]])
  expect(rightsFor(plain, phone, 'hidden')).toEqual([['see:phone', false]])
  expect(rightsFor(plain, limit, 'change')).toEqual([['change:limit', true]])
  expect(rightsFor(plain, cost, 'see')).toEqual([['see:cost', true]])
  const hidden = answerWith({ right: 'see:phone', allowed: false })
  expect(rightsFor(hidden, phone, 'see')).toEqual([
    ['see:phone', true],
    ['change:phone', false],
  ])
  expect(grantsFor(hidden, phone, 'sales', 'change')[0]?.change?.id).toBe('g1')
})
