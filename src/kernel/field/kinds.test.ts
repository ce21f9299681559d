/** Every kind of field takes what fits it, refuses the rest by its rule, and survives a file. */
import { describe, expect, test } from 'vitest'
import { Refusal } from '../base/fail.ts'
import type { FieldKind, Place } from './field.ts'
import type { KindSample } from './testing/kind-sample.ts'
import { kindSamples } from './testing/kinds.ts'
import { fieldTypes } from './types.ts'

const place: Place = {
  today: '2026-11-23',
  now: new Date('2026-11-23T02:00:00Z'),
  timeZone: 'Asia/Taipei',
  country: 'TW',
  currency: 'TWD',
  me: null,
}
const samples = Object.entries<KindSample>(kindSamples()) as [FieldKind, KindSample][]

test('no kind is forgotten; lines are parsed by their own entity', () => {
  const kinds = samples.map(([kind]) => kind)
  expect([...kinds, 'lines'].toSorted()).toEqual(Object.keys(fieldTypes).toSorted())
})

describe.each(samples)('%s', (kind, sample) => {
  const type = fieldTypes[kind]
  const { field } = sample
  const parse = (value: unknown) => type.parse(value, field, place)

  function ruleOf(value: unknown): string {
    try {
      return `taken as ${JSON.stringify(parse(value))}`
    } catch (error) {
      if (error instanceof Refusal) return error.rule
      throw error
    }
  }

  test('takes what is stored as it is, and other ways to write it', () => {
    for (const value of sample.stored) expect(parse(value)).toEqual(value)
    for (const [given, stored] of sample.given ?? []) expect(parse(given)).toEqual(stored)
  })

  test('refuses what does not fit, by its rule', () => {
    for (const [value, rule] of sample.refused)
      expect([value, ruleOf(value)]).toEqual([value, rule])
  })

  test('comes back from the cell of a file', () => {
    const reads = (cell: string) => parse(type.fromText(cell, field, place))
    for (const [cell, stored] of sample.cells ?? []) expect(reads(cell)).toEqual(stored)
    if (!isWritten(kind)) return
    for (const value of sample.stored) expect(reads(type.toText(value, field))).toEqual(value)
  })

  test('is silent when it is empty', () => {
    expect(type.toText(null, field)).toBe('')
  })

  test('gives search the words of what it holds', () => {
    const words = type.words?.(sample.stored[0])
    if (sample.found === undefined) expect(words).toBeUndefined()
    else expect(words?.join(' ').length).toBeGreaterThan(0)
  })
})

/** Addresses are written as one line, several records by their names; JSON is the program's own. */
function isWritten(kind: FieldKind): boolean {
  return kind !== 'address' && kind !== 'refs' && kind !== 'json' && kind !== 'filter'
}
