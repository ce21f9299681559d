/** Records stand beside each other where they meet, and arrows lead from place to place. */
import type { WireRow } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { abreast, columnsOf, keyOf, placeNamed, stepped } from './hours.ts'

const hours = { day: 'dueOn', time: 'time', minutes: 'minutes', person: 'owner' }
const row = (id: string, time: string, minutes: number | null): WireRow => {
  return { id, version: 1, time, minutes }
}

test('what meets stands beside each other, what follows has the whole width again', () => {
  const rows = [row('a', '09:00', 90), row('b', '09:30', 30), row('c', '10:00', null)]
  const placed = abreast([...rows, row('d', '11:00', 5), row('e', '23:50', 600)], hours)
  expect(
    placed.map(({ row: { id }, from, until, at, beside }) => [id, from, until, at, beside]),
  ).toEqual([
    ['a', 540, 630, 0, 2],
    ['b', 570, 600, 1, 2],
    ['c', 600, 630, 1, 2],
    ['d', 660, 690, 0, 1],
    ['e', 1430, 1440, 0, 1],
  ])
})

test('arrows go half an hour up and down, and to the column beside', () => {
  const columns = columnsOf(['2026-11-23', '2026-11-24'], null)
  const go = (key: string, arrow: string) => {
    const next = stepped(placeNamed(key), arrow, columns)
    return next && keyOf(next)
  }
  expect(go('2026-11-23 09:00 ', 'ArrowDown')).toBe('2026-11-23 09:30 ')
  expect(go('2026-11-23 09:10 ', 'ArrowUp')).toBe('2026-11-23 08:30 ')
  expect(go('2026-11-23 00:00 ', 'ArrowUp')).toBe('2026-11-23  ')
  expect(go('2026-11-23  ', 'ArrowDown')).toBe('2026-11-23 08:00 ')
  expect(go('2026-11-23  ', 'ArrowUp')).toBeUndefined()
  expect(go('2026-11-23 23:30 ', 'ArrowDown')).toBeUndefined()
  expect(go('2026-11-23 09:00 ', 'ArrowRight')).toBe('2026-11-24 09:00 ')
  expect(go('2026-11-24 09:00 ', 'ArrowRight')).toBeUndefined()
  expect(columnsOf(['2026-11-23'], ['u1', 'u2'])).toEqual([
    { day: '2026-11-23', person: 'u1' },
    { day: '2026-11-23', person: 'u2' },
  ])
})
