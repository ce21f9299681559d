/** What a receipt leaves unallocated: the same on the screen while typing and on the server. */
import { expect, test } from 'vitest'
import { deriveReceipt } from './derive-receipt.ts'
import { liveAllocation } from './receipts.web.ts'

const place = {
  today: '2026-11-23',
  now: new Date('2026-11-23T02:00:00Z'),
  timeZone: 'Asia/Taipei',
  country: 'TW',
  currency: 'TWD',
  me: null,
}
const lines = [{ amount: '40.5' }, { amount: '-10' }]
const draft = { status: 'draft', currency: 'USD', rate: '31.235', amount: '100', lines }

test('screen and server say the same', () => {
  expect(liveAllocation(draft, lines).parent).toEqual({ unallocated: '69.5' })
  const derived = { unallocated: '69.5', rate: '31.235', baseAmount: '3123.5' }
  expect(deriveReceipt(draft, place)).toEqual(derived)
})

test('what is not typed yet counts as nothing', () => {
  expect(liveAllocation({ amount: '' }, [{ amount: null }, {}])).toEqual({
    lines: [{}, {}],
    parent: { unallocated: '0' },
  })
})

test('the base currency has the rate one; a posted receipt is not derived any more', () => {
  expect(deriveReceipt({ ...draft, currency: 'TWD' }, place)).toMatchObject({ rate: '1' })
  expect(deriveReceipt({ ...draft, rate: null }, place)).toMatchObject({ baseAmount: '0' })
  expect(deriveReceipt({ ...draft, status: 'posted' }, place)).toEqual({})
})
