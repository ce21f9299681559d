/** Which row a value stood in first, also among very many. */
import { expect, test } from 'vitest'
import { openFirstRows } from './first-rows.ts'

test('each of 100,000 values has its own first row', () => {
  const rows = openFirstRows()
  const values = Array.from({ length: 100_000 }, (_, at) => `value ${at}`)
  expect(values.filter((value, at) => rows.of(value, at + 2) !== at + 2)).toEqual([])
  expect(values.filter((value, at) => rows.of(value, 7) !== at + 2)).toEqual([])
  expect(values.every((value) => rows.has(value))).toBe(true)
  expect(values.some((value) => rows.has(`${value}.`))).toBe(false)
})
