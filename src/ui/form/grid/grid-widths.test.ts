/** What is promised of: columns of the line grid that show what stands in them. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import type { Line } from './grid-lines.ts'
import type { GridReader } from './grid-text.ts'
import { widthsOf } from './grid-widths.ts'

const field = (name: string, kind = 'ref') => ({ name, kind, label: name }) as FieldMeta
const columns = [field('paper'), field('thing'), field('unit'), field('count', 'integer')]
const line = { $key: '1', paper: 'p', thing: 't', unit: 'u', count: 3 } as Line
const how = {
  reader: { locale: 'zh-Hant', t: (text: string) => text },
  refs: {
    paper: { p: { title: 'P-202611-0019' } },
    thing: { t: { title: '深溝滾珠軸承六二零三' } },
  },
  currency: 'TWD',
} as unknown as GridReader
const named = columns.map((each) => ({ ...each, target: each.name }))

test('a name that was picked is shown in full, a short one takes no more than usual', () => {
  const [paper, thing, unit, count] = widthsOf(named, [line], how, false)
  expect(thing).toBeGreaterThanOrEqual(140)
  expect([paper, unit, count]).toEqual([210, 84, 72])
})

test('for reading a column is as wide as its content', () => {
  const [paper, thing, unit, count] = widthsOf(named, [line], how, true)
  expect(paper).toBeLessThan(210)
  expect(thing).toBeGreaterThanOrEqual(140)
  expect([unit, count]).toEqual([56, 59])
})

test('nothing makes a column endless', () => {
  const long = {
    ...how,
    refs: { thing: { t: { title: '軸'.repeat(300) } } },
  } as unknown as GridReader
  expect(widthsOf(named, [line], long, true)[1]).toBe(220)
})
