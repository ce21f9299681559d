/** What Excel copies is read cell by cell, and goes back unchanged. */
import { expect, test } from 'vitest'
import { readTable, writeTable } from './tsv.ts'

test('cells and rows are told apart, the last line end is no row', () => {
  expect(readTable('A\t10\r\nB\t20\r\n')).toEqual([
    ['A', '10'],
    ['B', '20'],
  ])
  expect(readTable('one')).toEqual([['one']])
  expect(readTable('')).toEqual([['']])
  expect(readTable('a\t\nb\t')).toEqual([
    ['a', ''],
    ['b', ''],
  ])
})

test('quoted cells keep tabs, line ends and quotes; a lone inch mark is no quote', () => {
  expect(readTable('"two\nlines"\t"say ""yes"""\n')).toEqual([['two\nlines', 'say "yes"']])
  expect(readTable('"12" screen\tx')).toEqual([['"12" screen', 'x']])
  expect(readTable('"open\tx')).toEqual([['"open', 'x']])
})

test('blank rows in the middle stay', () => {
  expect(readTable('a\n\nb\n')).toEqual([['a'], [''], ['b']])
})

test('what is written is read back', () => {
  const cells = [
    ['a\tb', 'c\nd', '"e"'],
    ['', '1', '臺北'],
  ]
  expect(readTable(writeTable(cells))).toEqual(cells)
})
