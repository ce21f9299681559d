/** Choices are moved, added, and refused where a list could not be chosen from. */
import { expect, test } from 'vitest'
import { added, flawOf, moved, type Choice } from './choices.ts'

const choice = (label: string, hidden = false): Choice => ({
  key: label,
  value: label,
  label,
  hidden,
})
const labels = (choices: readonly Choice[]) => choices.map(({ label }) => label).join('')

test('a choice moves up and down and never gets lost', () => {
  const all = ['a', 'b', 'c'].map((label) => choice(label))
  expect([labels(moved(all, 0, 2)), labels(moved(all, 2, 0))]).toEqual(['bca', 'cab'])
  expect(labels(moved(all, 9, 0))).toBe('abc')
})

test('each added choice is another', () => {
  const [one, two] = added(added([]))
  expect(one?.key).not.toBe(two?.key)
})

test('no name, a name twice and nothing to choose are flaws', () => {
  expect(flawOf([choice('a'), choice(' ')])?.at).toBe(1)
  expect(flawOf([choice('a'), choice('b'), choice('a ')])?.at).toBe(2)
  expect(flawOf([choice('a', true)])?.message).toContain('at least one')
  expect(flawOf([choice('a'), choice('b', true)])).toBeNull()
})
