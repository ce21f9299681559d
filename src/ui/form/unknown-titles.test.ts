/** Names are asked for once, and only where they are not known. */
import { expect, test } from 'vitest'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { unknownTitles } from './unknown-titles.ts'

const can = { filterable: true, listable: true, sortable: true, groupable: true }
const ref = (name: string, target: string): FieldMeta => {
  return { name, kind: 'ref', label: name, target, ...can }
}

test('of the head and of the lines', () => {
  const values = {
    customer: 'c1',
    billTo: 'c2',
    payer: 'c2',
    lines: [
      { $key: 'a', unit: 'u1' },
      { $key: 'b', unit: 'u2' },
      { $key: 'c', unit: 'u2' },
    ],
  }
  const fields = [ref('customer', 'customer'), ref('billTo', 'customer'), ref('payer', 'customer')]
  const titles = { customer: { c1: { title: 'Harbor' } }, unit: { u1: { title: 'piece' } } }
  expect(unknownTitles(fields, values, { lines: [ref('unit', 'unit')] }, titles)).toEqual({
    customer: ['c2'],
    unit: ['u2'],
  })
})
