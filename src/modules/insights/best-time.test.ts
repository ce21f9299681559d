/** The best time is what was asked for, else the hours in which somebody was mostly reached. */
import { expect, test } from 'vitest'
import { bestTime, type Talk } from './best-time.ts'

const talk = (hour: number, result: string | null = 'informed', direction = 'out'): Talk => {
  return { hour, result, direction }
}

test('what the customer asked for goes first', () => {
  expect(bestTime('after 2 pm', [talk(9), talk(9), talk(9)])).toEqual({
    kind: 'asked',
    words: 'after 2 pm',
  })
})

test('the hours with the best chance, by more than two tries', () => {
  const morning = [talk(9), talk(9, 'not-reached'), talk(8, 'not-reached')]
  const afternoon = [talk(14), talk(15), talk(15, 'not-reached', 'in'), talk(14, 'not-reached')]
  expect(bestTime(null, [...morning, ...afternoon, talk(18), talk(18)])).toEqual({
    kind: 'reached',
    from: 14,
    until: 16,
    reached: 3,
    tries: 4,
  })
})

test('nothing is said of few tries, or where nobody was ever reached', () => {
  expect(bestTime(null, [talk(10), talk(10)])).toBeNull()
  expect(
    bestTime(
      null,
      Array.from({ length: 5 }, () => talk(10, 'not-reached')),
    ),
  ).toBeNull()
})
