/** Items are done in the stage in which they were ticked; the guide of the step goes first. */
import { expect, test } from 'vitest'
import { checklist, guideFor } from './checklist.ts'

const row = (more: object) => ({ id: 'x', version: 1, ...more })

test('who comes back into a stage begins its checklist anew', () => {
  const ticks = [
    row({ item: 'Call', createdAt: '2026-11-20T02:00:00.000Z' }),
    row({ item: 'Sample', createdAt: '2026-10-01T02:00:00.000Z' }),
  ]
  const dayOf = (instant: string) => instant.slice(0, 10)
  const openOf = (since: string | null) =>
    checklist(['Call', 'Sample', 'Quote'], ticks, since, dayOf)
      .filter(({ tick }) => tick === null)
      .map(({ text }) => text)
  expect(openOf(null)).toEqual(['Quote'])
  expect(openOf('2026-11-01')).toEqual(['Sample', 'Quote'])
})

test('the guide of the step, else that of the whole stage, else none', () => {
  const [whole, needs] = [row({ id: 'w', step: null }), row({ id: 'n', step: 'needs' })]
  expect(guideFor([whole, needs], 'needs')?.id).toBe('n')
  expect(guideFor([needs, whole], 'offer')?.id).toBe('w')
  expect(guideFor([needs], null)).toBeNull()
})
