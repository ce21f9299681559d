/** The way back from a record leads to the list as it was seen last. */
import { expect, test } from 'vitest'
import { keepListAddress, listAddress } from './list-address.ts'

test('the list as it was last filtered, each for itself', () => {
  expect(listAddress('order')).toBe('/list/order')
  keepListAddress('/list/order?tab=open&q=abc')
  keepListAddress('/record/order/1?from=list')
  expect(listAddress('order')).toBe('/list/order?tab=open&q=abc')
  expect(listAddress('quote')).toBe('/list/quote')
})
