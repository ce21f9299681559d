/** Lines of a spreadsheet become colleagues, whatever order the columns have. */
import { expect, test } from 'vitest'
import { blank, isBlank, pastedRows, withPasted } from './newcomers.ts'

const roles = [
  { key: 'sales', name: '業務員' },
  { key: 'sales-lead', name: 'Sales lead' },
]

test('name, e-mail and role are told apart by what they are', () => {
  const text = '王大明\twang@harbor.example\t業務員\r\nlin@harbor.example\t林美玲\tsales lead\r\n'
  expect(pastedRows(text, roles)).toEqual([
    { name: '王大明', email: 'wang@harbor.example', role: 'sales' },
    { name: '林美玲', email: 'lin@harbor.example', role: 'sales-lead' },
  ])
})

test('an unknown role stays to be chosen, an empty line is left out', () => {
  expect(pastedRows('Ann\tann@harbor.example\n\nBob\t\tbob@harbor.example', roles)).toEqual([
    { name: 'Ann', email: 'ann@harbor.example', role: '' },
    { name: 'Bob', email: 'bob@harbor.example', role: '' },
  ])
})

test('a single word belongs into its field', () => {
  expect(pastedRows('ann@harbor.example', roles)).toBeNull()
})

test('pasted lines go in from the line on, beyond the end as well', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((name) => ({ ...blank, name }))
  if (!one || !two || !three) throw new Error('three')
  expect(withPasted([blank, one], 1, [two, three])).toEqual([blank, two, three])
  expect(isBlank(blank)).toBe(true)
  expect(isBlank(one)).toBe(false)
})
