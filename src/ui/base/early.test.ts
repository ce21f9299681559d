/** The answer that is on its way is given out once, and only to who asks for just that. */
import { expect, test } from 'vitest'
import { takeEarly } from './early.ts'

test('an early answer goes to the first who asks for its address', () => {
  const answer = Promise.resolve(new Response())
  Object.assign(globalThis, { shangmaiEarly: { address: '/api/meta', answer } })
  expect(takeEarly('/api/session')).toBeUndefined()
  expect(takeEarly('/api/meta')).toBe(answer)
  expect(takeEarly('/api/meta')).toBeUndefined()
})
