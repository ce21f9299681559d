/** Advice while calling follows from facts and names them. */
import { expect, test } from 'vitest'
import { bestCallTime, callAdvice, type CallFacts } from './call-advice.ts'

const facts: CallFacts = {
  today: '2026-11-23',
  firstDealOn: null,
  lastDealOn: null,
  dealCount: 0,
  agreed: null,
  quote: null,
  calls: [],
}

test('who usually orders every 30 days and last did 45 days ago is due', () => {
  const rhythm = { firstDealOn: '2026-07-11', lastDealOn: '2026-10-09', dealCount: 4 }
  expect(callAdvice({ ...facts, ...rhythm })).toEqual([
    { kind: 'reorder-due', facts: { since: 45, every: 30 } },
  ])
  expect(callAdvice({ ...facts, ...rhythm, today: '2026-10-20' })).toEqual([
    { kind: 'reorder-coming', facts: { every: 30, day: '2026-11-08' } },
  ])
  expect(callAdvice({ ...facts, ...rhythm, dealCount: 2 })).toEqual([])
})

test('what was agreed and a quote that ends come first; one that ends late says nothing', () => {
  const quote = { number: 'Q-1', validUntil: '2026-11-30' }
  const known = callAdvice({ ...facts, agreed: 'Send samples', quote })
  expect(known.map(({ kind }) => kind)).toEqual(['agreed', 'quote'])
  expect(callAdvice({ ...facts, quote: { ...quote, validUntil: '2026-12-31' } })).toEqual([])
})

test('the best time is where somebody was reached most often, with the count', () => {
  const at = (hour: number, reached: boolean) => ({ hour, reached })
  const calls = [at(9, false), at(9, true), at(14, true), at(15, true), at(14, true), at(20, true)]
  expect(bestCallTime(calls)).toEqual({ from: 14, until: 16, reached: 3, of: 3 })
  expect(bestCallTime([at(10, false), at(10, false)])).toBeNull()
})
