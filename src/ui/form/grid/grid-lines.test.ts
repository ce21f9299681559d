/** Lines of a document under the hands of people: typing, pasting, filling, moving, looking up. */
import { expect, test } from 'vitest'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { matchOf } from '#ui/field/value/pick.ts'
import * as grid from './grid-lines.ts'
import type { Line } from './grid-lines.ts'
import { copyCells, pasteCells } from './grid-paste.ts'
import { openLookUps, resolveLookUp, withPicked } from './look-up.ts'

const today = '2026-11-23'
const can = { filterable: true, listable: true, sortable: true, groupable: true }
const product: FieldMeta = {
  name: 'product',
  kind: 'ref',
  label: 'Product',
  target: 'product',
  fills: { unitPrice: 'price', taxPercent: 'tax' },
  ...can,
}
const quantity: FieldMeta = {
  name: 'quantity',
  kind: 'decimal',
  label: 'Quantity',
  initial: '1',
  ...can,
}
const unitPrice: FieldMeta = { name: 'unitPrice', kind: 'money', label: 'Unit price', ...can }
const taxPercent: FieldMeta = {
  name: 'taxPercent',
  kind: 'percent',
  label: 'Tax',
  initial: '5',
  ...can,
}
const net: FieldMeta = { name: 'net', kind: 'money', label: 'Net', computed: true, ...can }
const columns = [product, quantity, unitPrice, net, taxPercent]

function maker() {
  let last = 0
  return { fields: columns, newKey: () => `new-${(last += 1)}` }
}

function line(key: string, values: Record<string, unknown> = {}): Line {
  return { $key: key, quantity: '1', taxPercent: '5', ...values }
}

const cell = (row: number, column: number) => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
})
const desk = { id: 'p1', title: 'Desk lamp', subtitle: 'M-2041', row: { price: '120', tax: null } }

test('a new line starts with its initial values and counts as blank', () => {
  const fresh = grid.newLine(maker())
  expect(fresh).toEqual({ $key: 'new-1', quantity: '1', taxPercent: '5' })
  expect(grid.isBlank(fresh, columns)).toBe(true)
  expect(grid.isBlank(grid.withValue(fresh, 'unitPrice', '3'), columns)).toBe(false)
  expect(grid.isBlank(grid.withText(fresh, 'product', 'lamp'), columns)).toBe(false)
})

test('a typing error stays visible until it is right', () => {
  const wrong = grid.withTyped(line('a'), quantity, 'ten', today)
  expect(wrong).toMatchObject({ quantity: null, $text: { quantity: 'ten' } })
  expect(grid.withTyped(wrong, quantity, '10', today)).toEqual(line('a', { quantity: '10' }))
})

test('a pasted block fills lines, adds lines, passes over computed columns', () => {
  const cells = [
    ['M-2041', '10', '2,860', '28,600', '0'],
    ['B-1108', '４００', '68', 'x', '5'],
  ]
  const pasted = pasteCells([line('a')], cell(0, 0), { cells, columns, maker: maker(), today })
  expect(pasted).toHaveLength(2)
  expect(pasted[0]).toEqual({
    ...line('a', { product: null, quantity: '10', unitPrice: '2860', taxPercent: '0' }),
    $text: { product: 'M-2041' },
  })
  expect(pasted[1]).toMatchObject({ $key: 'new-1', quantity: '400', $text: { product: 'B-1108' } })
})

test('a first row of column names orders the columns', () => {
  const cells = [
    ['Quantity', ' product *'],
    ['3', 'Desk lamp'],
  ]
  const pasted = pasteCells([line('a')], cell(0, 2), { cells, columns, maker: maker(), today })
  expect(pasted).toHaveLength(1)
  expect(pasted[0]).toMatchObject({ quantity: '3', $text: { product: 'Desk lamp' } })
})

test('one copied cell fills the selection', () => {
  const range = { top: 0, bottom: 1, left: 1, right: 1 }
  const lines = [line('a'), line('b'), line('c')]
  const pasted = pasteCells(lines, range, { cells: [['7']], columns, maker: maker(), today })
  expect(pasted.map((each) => each['quantity'])).toEqual(['7', '7', '1'])
})

test('a pasted name is looked up once and brings only what was not pasted', () => {
  const cells = [
    ['desk lamp', '2', '99'],
    ['desk lamp', '3'],
  ]
  const pasted = pasteCells([], cell(0, 0), { cells, columns, maker: maker(), today })
  const [lookUp, ...more] = openLookUps(pasted, columns)
  expect(more).toEqual([])
  expect(matchOf('desk lamp', [desk])).toBe(desk)
  const found = resolveLookUp(pasted, lookUp!, desk, columns)
  expect(found[0]).toMatchObject({ product: 'p1', unitPrice: '99', taxPercent: '5' })
  expect(found[1]).toMatchObject({ product: 'p1', unitPrice: '120', taxPercent: '5' })
  expect(openLookUps(found, columns)).toEqual([])
})

test('a text means the exact title or number, or the only record found', () => {
  const tall = { id: 'p2', title: 'Desk lamp, tall', subtitle: 'M-2042' }
  expect(matchOf('Ｍ-2041', [tall, desk])).toBe(desk)
  expect(matchOf('tall', [tall])).toBe(tall)
  expect(matchOf('lamp', [tall, desk])).toMatchObject({ rule: 'several-matches' })
  expect(matchOf('sofa', [])).toMatchObject({ rule: 'no-match' })
})

test('picking brings price and tax over what stood there', () => {
  const before = line('a', { unitPrice: '1', taxPercent: '0', $text: { product: 'lam' } })
  expect(withPicked(before, product, desk, columns)).toEqual(
    line('a', { product: 'p1', unitPrice: '120', taxPercent: '5' }),
  )
})

test('filling down copies from above, with what the record brought', () => {
  const above = line('a', { product: 'p1', unitPrice: '120', quantity: '4' })
  const lines = [above, line('b'), line('c', { unitPrice: '7' })]
  const one = grid.fillDown(lines, cell(1, 0), columns)
  expect(one[1]).toMatchObject({ product: 'p1', unitPrice: '120', quantity: '1' })
  const two = grid.fillDown(lines, { top: 0, bottom: 2, left: 0, right: 1 }, columns)
  expect(two[2]).toMatchObject({ product: 'p1', unitPrice: '7', quantity: '4' })
  expect(grid.fillDown(lines, cell(0, 0), columns)).toEqual(lines)
})

test('cells are emptied, lines moved, removed and copied', () => {
  const lines = [line('a', { unitPrice: '1', net: '1' }), line('b'), line('c')]
  const wide = { top: 0, bottom: 0, left: 1, right: 3 }
  expect(grid.clearRange(lines, wide, columns)[0]).toMatchObject({ quantity: null, net: '1' })
  const keys = (list: Line[]) => list.map((each) => each.$key).join('')
  const block = { ...cell(0, 0), bottom: 1 }
  expect(keys(grid.moveLines(lines, block, 1))).toBe('cab')
  expect(keys(grid.moveLines(lines, cell(0, 0), -1))).toBe('abc')
  expect(keys(grid.removeLines(lines, cell(1, 0)))).toBe('ac')
  const copy = grid.duplicateLine([line('a', { id: 'x', version: 2 })], 0, () => 'n')[1]
  expect(copy).toEqual(line('n'))
})

test('copying writes values and unfinished texts alike', () => {
  const lines = [line('a', { unitPrice: '1' }), grid.withText(line('b'), 'quantity', 'ten')]
  const all = { top: 0, bottom: 1, left: 1, right: 2 }
  const copied = copyCells(lines, all, columns, (field, each) => textOf(each[field.name]))
  expect(copied).toEqual([
    ['1', '1'],
    ['ten', ''],
  ])
})
