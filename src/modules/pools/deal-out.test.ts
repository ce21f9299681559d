/** Dealing is fair by the rule that was chosen, and keeps to limits and cooling. */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { dealingRules, dealOut, type Dealt, type Hand } from './deal-out.ts'

const hand = (person: string, more: Partial<Hand> = {}): Hand => {
  return { person, load: 0, room: null, regions: [], conversion: 0, ...more }
}
const dealt = (count: number, more: Partial<Dealt> = {}): Dealt[] =>
  Array.from({ length: count }, (_, at) => ({ id: `c${at}`, region: null, not: null, ...more }))

function counts(pairs: readonly (readonly [string, string])[]): Record<string, number> {
  const of: Record<string, number> = {}
  for (const [, person] of pairs) of[person] = (of[person] ?? 0) + 1
  return of
}

test('in turn each gets as many, one more or less', () => {
  expect(counts(dealOut(dealt(7), [hand('a'), hand('b'), hand('c')], 'round'))).toEqual({
    a: 3,
    b: 2,
    c: 2,
  })
})

test('who has fewest is filled up first', () => {
  const hands = [hand('a', { load: 10 }), hand('b', { load: 2 }), hand('c', { load: 4 })]
  expect(counts(dealOut(dealt(6), hands, 'load'))).toEqual({ b: 4, c: 2 })
})

test('who knows the region goes first; where nobody does, who has fewest', () => {
  const hands = [hand('a', { regions: ['north'], load: 9 }), hand('b', { load: 1 })]
  expect(dealOut(dealt(1, { region: 'north' }), hands, 'region')).toEqual([['c0', 'a']])
  expect(dealOut(dealt(1, { region: 'south' }), hands, 'region')).toEqual([['c0', 'b']])
})

test('who wins most gets most, but not all', () => {
  const hands = [hand('a', { conversion: 0.6 }), hand('b', { conversion: 0.2 })]
  const of = counts(dealOut(dealt(12), hands, 'conversion'))
  expect(of['a']).toBeGreaterThan(of['b'] ?? 0)
  expect(of['b']).toBeGreaterThan(0)
})

test('whatever the rule, nobody gets beyond the limit, nor back what is cooling', () => {
  const people = ['a', 'b', 'c']
  const anyHand = fc.record({
    person: fc.constant(''),
    load: fc.nat(20),
    room: fc.option(fc.nat(5)),
    regions: fc.subarray(['north', 'south']),
    conversion: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const anyDealt = fc.record({
    region: fc.option(fc.constantFrom('north', 'south')),
    not: fc.option(fc.constantFrom(...people)),
  })
  const hands = fc.tuple(anyHand, anyHand, anyHand)
  const rules = fc.constantFrom(...dealingRules.map(({ value }) => value))
  fc.assert(
    fc.property(hands, fc.array(anyDealt, { maxLength: 30 }), rules, (held, list, rule) => {
      const named = held.map((one, at) => ({ ...one, person: people[at] ?? '' }))
      const ones = list.map((one, at) => ({ ...one, id: `c${at}` }))
      const pairs = dealOut(ones, named, rule)
      const of = counts(pairs)
      for (const { person, room } of named) expect(of[person] ?? 0).toBeLessThanOrEqual(room ?? 99)
      for (const [id, person] of pairs)
        expect(ones.find((one) => one.id === id)?.not).not.toBe(person)
      expect(new Set(pairs.map(([id]) => id)).size).toBe(pairs.length)
    }),
  )
})
