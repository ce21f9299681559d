/** The answer that is on its way is given out once, and only to who asks for just that. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { takeEarly } from './early.ts'

test('an early answer goes to the first who asks for its address', () => {
  const answer = Promise.resolve(new Response())
  Object.assign(globalThis, { shangmaiEarly: { address: '/api/meta', answer } })
  expect(takeEarly('/api/session')).toBeUndefined()
  expect(takeEarly('/api/meta')).toBe(answer)
  expect(takeEarly('/api/meta')).toBeUndefined()
})

test.each([
  ['/list/customer', undefined, 1],
  ['/list/customer', true, 0],
  ['/sign-in', undefined, 0],
])('at %s, with the program running: %s, it is asked %i times', (pathname, runs, times) => {
  const asked: string[] = []
  const fetch = (address: string) => {
    asked.push(address)
    return Promise.resolve()
  }
  const script = readFileSync('public/early.js', 'utf8')
  runInNewContext(script, { location: { pathname }, fetch, shangmaiRuns: runs })
  expect(asked).toHaveLength(times)
})
