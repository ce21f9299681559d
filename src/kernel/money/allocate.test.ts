/** Parts of a split amount always add up to it and are never a whole unit off their share. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { abs, compare, dividedBy, isZero, minus, negate, sum, times } from './decimal.ts'
import { writeFixed } from './fixed.ts'

const amount = (limit: bigint, places: number) =>
  fc.bigInt({ min: -limit, max: limit }).map((units) => writeFixed(units, places))
const weight = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((units) => writeFixed(units, 3))
const weights = fc.array(weight, { minLength: 1, maxLength: 12 })

test('the parts sum to the total', () => {
  fc.assert(
    fc.property(amount(10n ** 14n, 2), weights, (total, list) => {
      expect(sum(allocate(total, list, 2))).toBe(total)
    }),
  )
})

test('every part is less than one unit away from its exact share', () => {
  fc.assert(
    fc.property(amount(10n ** 10n, 2), weights, (total, list) => {
      const all = sum(list)
      fc.pre(!isZero(all))
      allocate(total, list, 2).forEach((part, index) => {
        const share = dividedBy(times(total, list[index]!), all, 20)
        expect(compare(abs(minus(part, share)), '0.01')).toBe(-1)
      })
    }),
  )
})

test('turning the sign of the total turns the sign of every part', () => {
  fc.assert(
    fc.property(amount(10n ** 10n, 2), weights, (total, list) => {
      const parts = allocate(total, list, 2)
      expect(allocate(negate(total), list, 2)).toEqual(parts.map((part) => negate(part)))
    }),
  )
})

test('mixed signs of weights still sum to the total', () => {
  const mixed = fc.array(amount(10n ** 6n, 2), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(amount(10n ** 8n, 2), mixed, (total, list) => {
      fc.pre(!isZero(sum(list)))
      expect(sum(allocate(total, list, 2))).toBe(total)
    }),
  )
})

test.each([
  ['100', ['1', '1', '1'], 2, ['33.34', '33.33', '33.33']],
  ['-100', ['1', '1', '1'], 2, ['-33.34', '-33.33', '-33.33']],
  ['0.05', ['3', '7'], 2, ['0.02', '0.03']],
  ['10', ['0', '0', '0'], 0, ['4', '3', '3']],
  ['10', ['0', '5', '0'], 2, ['0', '10', '0']],
  ['0', [], 2, []],
  ['1.000', ['1', '3'], 2, ['0.25', '0.75']],
])('%s by %j at %i places is %j', (total, list, places, expected) => {
  expect(allocate(total, list, places)).toEqual(expected)
})

test('what cannot add up is a programming error', () => {
  expect(() => allocate('1.005', ['1'], 2)).toThrow('more than 2 places')
  expect(() => allocate('1', [], 2)).toThrow('no weights')
  expect(() => allocate('1', ['1', '-1'], 2)).toThrow('cancel out')
})
