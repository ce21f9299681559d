/** What is promised of: display. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { addressLine } from './address-line.ts'
import { amountText, decimalsReader, displayText, withDecimals, type Reader } from './display.ts'

const reader: Reader = {
  locale: 'en',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  yes: 'Yes',
  no: 'No',
}

function field(kind: FieldKind, more: Partial<FieldMeta> = {}): FieldMeta {
  const may = { filterable: true, listable: true, sortable: true, groupable: true }
  return { name: 'x', kind, label: 'X', ...may, ...more }
}

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
]
const refs = { shelf: { '7': { title: 'Top shelf' } } }

const shown: [FieldMeta, unknown, string][] = [
  [field('text'), 'tea', 'tea'],
  [field('integer'), 1234567, '1,234,567'],
  [field('decimal'), '1234.567800', '1,234.5678'],
  [field('percent'), '5', '5%'],
  [field('money'), '1234567', '1,234,567'],
  [field('money'), '12.5', '12.50'],
  [field('money'), '0.123456', '0.123456'],
  [field('instant'), '2026-11-22T16:30:00.000Z', '2026-11-23 00:30'],
  [field('date'), '2026-11-23', '2026-11-23'],
  [field('boolean'), false, 'No'],
  [field('choice', { options }), 'b', 'Beta'],
  [field('choice', { options }), 'gone', 'gone'],
  [field('choices', { options }), ['a', 'b'], 'Alpha、Beta'],
  [field('ref', { target: 'shelf' }), '7', 'Top shelf'],
  [field('refs', { target: 'shelf' }), ['7'], 'Top shelf'],
  [field('ref', { target: 'shelf' }), '0190aabbccdd', '…bbccdd'],
  [field('lines'), [1, 2], '2'],
  [field('tags'), [], ''],
  [field('text'), null, ''],
]

test.each(shown)('$kind is written as people read it: %#', (meta, value, text) => {
  expect(displayText(meta, { x: value }, refs, reader)).toBe(text)
})

test('an amount is written in the currency of its own record', () => {
  const meta = field('money', { currency: 'currency' })
  expect(displayText(meta, { x: '5', currency: 'USD' }, {}, reader)).toBe('5.00')
  expect(displayText(meta, { x: '5', currency: 'KWD' }, {}, reader)).toBe('5.000')
  expect(amountText('-1234.5', 'EUR', 'en')).toBe('-1,234.50')
})

test('an address is written by the script it is in', () => {
  const taipei = { country: 'TW', region: '臺北市', district: '信義區', street: '松高路 1 號' }
  expect(addressLine(taipei, 'en')).toBe('臺北市信義區松高路 1 號')
  const london = { country: 'GB', city: 'London', street: '1 Strand', postalCode: 'WC2' }
  expect(addressLine(london, 'en')).toBe('1 Strand, London, WC2, United Kingdom')
})

test('a column in which any amount has decimals shows them in all', () => {
  const [shown] = withDecimals([field('money')], [{ x: '5' }, { x: '7.50' }])
  expect(shown?.decimals).toBe(2)
  expect(amountText('5', 'TWD', 'en', shown?.decimals)).toBe('5.00')
  const [whole] = withDecimals([field('money')], [{ x: '5' }, { x: '7.00' }, { x: null }])
  expect(whole?.decimals).toBeUndefined()
})

test('further rows are read alone; what was found stays until the rows are others', () => {
  const shownFor = decimalsReader([field('money')])
  const first = [{ x: '5' }, { x: '6' }]
  const whole = shownFor(first)
  expect(shownFor([...first])).toBe(whole)
  const cents = [...first, { x: '7.50' }]
  const shown = shownFor(cents)
  expect(shown[0]).toMatchObject({ decimals: 2 })
  expect(shownFor([...cents, { x: '8' }])).toBe(shown)
  expect(shownFor([{ x: '5' }])[0]).not.toHaveProperty('decimals')
})
