/** A picked product brings its price; a typed price stays, an offered one follows the quantity. */
import { expect, test } from 'vitest'
import type { Line } from './grid/grid-lines.ts'
import {
  isSpecial,
  wantedOf,
  withOffer,
  type Asked,
  type LineOffers,
  type Offer,
} from './line-offers.ts'

const how: LineOffers = {
  of: 'product',
  parent: ['customer'],
  line: ['quantity'],
  ask: async () => [],
  said: () => '',
}
const offerOf = (unitPrice: string | null): Offer => ({ values: { unitPrice, discount: null } })
const line = (more: Record<string, unknown>): Line => ({ $key: 'a', product: 'lamp', ...more })

/** What a person does, one after the other, and the line as it stands in the end. */
function typing(...steps: { line: Record<string, unknown>; offer?: Offer }[]) {
  let now: Line = { $key: 'a' }
  let asked: Asked | undefined
  for (const step of steps) {
    now = { ...now, ...step.line }
    const wish = wantedOf(how, { customer: 'ming' }, now, asked)
    expect(wish !== null).toBe(step.offer !== undefined)
    if (!wish || !step.offer) continue
    now = withOffer(now, step.offer, wish)
    asked = { picked: wish.picked, key: wish.key, offer: step.offer, isWaiting: false }
  }
  return now
}

test('a picked product brings its price, and the quantity another one', () => {
  const picked = { line: { product: 'lamp' }, offer: offerOf('100') }
  const many = { line: { quantity: '10' }, offer: offerOf('90') }
  expect(typing(picked)).toMatchObject({ unitPrice: '100', discount: null })
  expect(typing(picked, many)).toMatchObject({ unitPrice: '90' })
  const other = { line: { product: 'desk' }, offer: offerOf('700') }
  expect(typing(picked, many, other)).toMatchObject({ product: 'desk', unitPrice: '700' })
})

test('a price that somebody typed stays', () => {
  const first = { line: { product: 'lamp', unitPrice: '88' }, offer: offerOf('100') }
  expect(typing(first)).toMatchObject({ unitPrice: '88' })
  const picked = { line: { product: 'lamp' }, offer: offerOf('100') }
  const typed = { line: { unitPrice: '88', discount: '5' } }
  expect(typing(picked, typed, { line: { quantity: '10' } })).toMatchObject({ unitPrice: '88' })
  const pending = line({ unitPrice: null, $text: { unitPrice: 'eighty' } })
  const wish = wantedOf(how, {}, pending, undefined)
  expect(wish && withOffer(pending, offerOf('100'), wish)).toEqual({ ...pending, discount: null })
})

test('where there was no price, a change that brings one is asked about', () => {
  const none = { line: { product: 'lamp' }, offer: offerOf(null) }
  const rated = { line: { quantity: '1' }, offer: offerOf('3.1') }
  expect(typing(none, rated)).toMatchObject({ unitPrice: '3.1' })
})

test('what changed while the answer was on its way is asked again', () => {
  const asked = { picked: 'lamp', key: 'old', offer: null, isWaiting: true }
  expect(wantedOf(how, {}, line({ quantity: '2' }), asked)).not.toBeNull()
  expect(wantedOf(how, {}, line({}), { ...asked, isWaiting: false })).toBeNull()
  expect(wantedOf(how, {}, { $key: 'a' }, undefined)).toBeNull()
})

test('a special offer is told of as long as it stands', () => {
  const offer = { ...offerOf('650'), special: 'unitPrice' }
  expect(isSpecial(line({ unitPrice: '650' }), offer)).toBe(true)
  expect(isSpecial(line({ unitPrice: '640' }), offer)).toBe(false)
  expect(isSpecial(line({ unitPrice: '650' }), offerOf('650'))).toBe(false)
})
