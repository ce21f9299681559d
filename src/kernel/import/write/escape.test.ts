/** No cell of an export runs as a formula, and a round trip changes nothing. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText } from '../file/cell-text.ts'
import { escapeCell, escapeMarkedText, escapeNumber, unescapeCell } from './escape.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '－1', "'=1"])(
  'the cell %j is made harmless',
  (text) => {
    expect(escapeCell(text)).toBe(`'${text}`)
  },
)

test.each(['', 'a', "'", "'a", '12', "O'Neill", ' =1', '1-2'])('the cell %j stays', (text) => {
  expect(escapeCell(text)).toBe(text)
})

test('numbers of a number column stay numbers, anything else there is made harmless', () => {
  expect(['-12.50', '+5', '-0', '12'].map(escapeNumber)).toEqual(['-12.50', '+5', '-0', '12'])
  expect(['-1+cmd', '=1', '-', '--1'].map(escapeNumber)).toEqual(["'-1+cmd", "'=1", "'-", "'--1"])
})

test.each(['=1', '-5', "'a", "''"])('%j was not escaped and stays', (text) => {
  expect(unescapeCell(text)).toBe(text)
})

const cells = fc
  .array(fc.constantFrom(...Array.from('\'=+-@\t\r\n＝"a1')))
  .map((all) => all.join(''))

test('what was escaped comes back exactly, and nothing else is touched', () => {
  fc.assert(
    fc.property(fc.oneof(cells, fc.string({ unit: 'grapheme' })), (text) => {
      expect(unescapeCell(escapeCell(text))).toBe(text)
      expect(unescapeCell(escapeMarkedText(text))).toBe(text)
      expect(unescapeCell(escapeNumber(text))).toBe(text)
      expect(escapeCell(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)
      expect(cellText(escapeCell(text))).toBe(text.toWellFormed().replaceAll('\0', '\uFFFD'))
    }),
  )
})
