/** A form sends what was changed, names every fault, and keeps what is not saved. */
import { expect, test } from 'vitest'
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { below, checkForm, without } from './form-check.ts'
import { blocksOf } from './form-layout.ts'
import * as form from './form-values.ts'
import { sameValue } from '#ui/field/value/same-value.ts'

const can = { filterable: true, listable: true, sortable: true, groupable: true }
const field = (
  name: string,
  kind: FieldMeta['kind'],
  more: Partial<FieldMeta> = {},
): FieldMeta => ({
  name,
  kind,
  label: name,
  ...can,
  ...more,
})

const lineFields = {
  lines: [
    field('product', 'ref', { required: true }),
    field('quantity', 'decimal', { initial: '1', min: '0' }),
    field('net', 'money', { computed: true }),
  ],
}
const fields = [
  field('number', 'serial'),
  field('customer', 'ref', { required: true }),
  field('orderedOn', 'date', { initial: '2026-11-23' }),
  field('lines', 'lines', { required: true }),
  field('total', 'money', { computed: true, initial: '0' }),
  field('note', 'longText'),
]
const line = { $key: 'a', id: 'l1', version: 1, product: 'p1', quantity: '2', net: '20' }
const base = { number: 'SO-1', customer: 'c1', orderedOn: '2026-11-20', lines: [line], total: '20' }

test('a new record starts with its initial values and what the link brings', () => {
  expect(form.startValues(fields, { customer: 'c9', unknown: 1 })).toEqual({
    customer: 'c9',
    orderedOn: '2026-11-23',
  })
})

test('only what may be written and was changed is sent', () => {
  const changed = (values: form.Values) =>
    form.changedFields(fields, base, { ...base, ...values }, lineFields).map(({ name }) => name)
  expect(changed({})).toEqual([])
  expect(changed({ number: 'SO-2', total: '1', note: '' })).toEqual([])
  expect(changed({ note: 'hello', customer: null })).toEqual(['customer', 'note'])
  expect(changed({ lines: [{ ...line, $key: 'b', net: '99' }] })).toEqual([])
  expect(changed({ lines: [{ ...line, quantity: '3' }] })).toEqual(['lines'])
  expect(changed({ lines: [line, { $key: 'n', quantity: '1' }] })).toEqual([])
  expect(changed({ lines: [] })).toEqual(['lines'])
})

test('lines are sent with their id and without marks, blank lines and figures', () => {
  const fresh = { $key: 'n', product: 'p2', quantity: '1', $text: { quantity: 'x' } }
  const values = form.withoutBlanks(
    { ...base, lines: [line, { $key: 'm', quantity: '1' }, fresh] },
    lineFields,
  )
  expect(form.sentValues(fields, values, lineFields)['lines']).toEqual([
    { id: 'l1', product: 'p1', quantity: '2' },
    { product: 'p2', quantity: '1' },
  ])
})

test('values are compared as readers see them', () => {
  expect(sameValue(null, '')).toBe(true)
  expect(sameValue([], undefined)).toBe(true)
  expect(sameValue({ city: '臺北', street: '' }, { street: null, city: '臺北' })).toBe(true)
  expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(sameValue(false, null)).toBe(false)
})

test('every fault is named by its path', () => {
  const lines = [
    line,
    { $key: 'b', product: null, quantity: '-1', $text: { product: 'sofa' } },
    { $key: 'c', product: 'p', quantity: null, $text: { quantity: 'ten' } },
  ]
  const issues = checkForm(fields, { lines }, lineFields, 'TW')
  const rules = Object.entries(issues).map(([path, { rule }]) => `${path} ${rule}`)
  expect(rules).toEqual([
    'customer required',
    'lines.1.product no-match',
    'lines.1.quantity min',
    'lines.2.quantity number',
  ])
  expect(below({ 'lines.1.quantity': 'wrong', linesman: 'x' }, 'lines')).toEqual({
    '1.quantity': 'wrong',
  })
  expect(Object.keys(without(issues, 'lines'))).toEqual(['customer'])
})

test('the declared form becomes blocks; figures after the lines are their sums', () => {
  const entity = {
    fields,
    form: [['customer', 'hidden', 'orderedOn'], 'lines', 'total', 'note'],
  } satisfies Pick<EntityMeta, 'fields' | 'form'>
  const shape = blocksOf(entity).map((block) =>
    block.kind === 'lines'
      ? { lines: block.field.name, totals: block.totals.map(({ name }) => name) }
      : block.fields.map(({ name }) => name),
  )
  expect(shape).toEqual([
    ['customer', 'orderedOn'],
    { lines: 'lines', totals: ['total'] },
    ['note'],
  ])
})

test('sums that the form does not name are the computed amounts in the own currency', () => {
  const own = { computed: true, currency: 'currency' }
  const priced = [...fields, field('net', 'money', own), field('base', 'money', { computed: true })]
  const [, lines] = blocksOf({ fields: priced, form: [['customer'], 'lines'] })
  expect(lines).toMatchObject({ totals: [{ name: 'net' }] })
})

test('a titled section holds its own fields only', () => {
  const form = [['customer'], { title: 'Delivery', rows: [['orderedOn']] }, 'note']
  const shape = blocksOf({ fields, form }).map((block) =>
    block.kind === 'fields' ? [block.title, ...block.fields.map(({ name }) => name)] : [],
  )
  expect(shape).toEqual([
    ['', 'customer'],
    ['Delivery', 'orderedOn'],
    ['', 'note'],
  ])
})
