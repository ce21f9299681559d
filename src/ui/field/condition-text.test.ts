/** What is promised of: condition text. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { createTranslator } from '#kernel/i18n/message.ts'
import { expect, test } from 'vitest'
import { conditionText, rangeText, type Names } from './condition-text.ts'

const names: Names = {
  t: createTranslator('en', {}),
  reader: { locale: 'en', timeZone: 'UTC', currency: 'EUR', yes: 'Yes', no: 'No' },
  titles: { '7': 'Ann' },
}

function field(kind: FieldKind, more: Partial<FieldMeta> = {}): FieldMeta {
  const may = { filterable: true, listable: true, sortable: true, groupable: true }
  return { name: 'x', kind, label: 'Field', ...may, ...more }
}

const options = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, label: value.toUpperCase() }))

test('conditions are said in words', () => {
  const say = (meta: FieldMeta, where: never) => conditionText(meta, where, names)
  expect(say(field('choice', { options }), ['a', 'b'] as never)).toBe('Field: A、B')
  expect(say(field('choice', { options }), { not: 'a' } as never)).toBe('Field is not A')
  expect(say(field('choice', { options }), ['a', 'b', 'c', 'd', 'e'] as never)).toBe(
    'Field: A、B、C +2',
  )
  expect(say(field('money'), { from: '1000' } as never)).toBe('Field at least 1,000.00')
  expect(say(field('date'), { from: '2026-01-01' } as never)).toBe('Field on or after 2026-01-01')
  expect(say(field('date'), { within: 'last-7-days' } as never)).toBe('Field: Last 7 days')
  expect(say(field('ref', { target: 'p' }), ['7', 'me'] as never)).toBe('Field: Ann、Me')
  expect(say(field('text'), { empty: true } as never)).toBe('Field is empty')
  expect(say(field('boolean'), true as never)).toBe('Field: Yes')
})

test('a condition of another making is only named', () => {
  expect(conditionText(field('integer'), { over: '1', under: '9' }, names)).toBe('Field')
})

test('named days are said in words, others by their name', () => {
  expect(rangeText('this-quarter', names.t)).toBe('This quarter')
  expect(rangeText('next-30-days', names.t)).toBe('Next 30 days')
  expect(rangeText('over-90-days-ago', names.t)).toBe('More than 90 days ago')
  expect(rangeText('some-day', names.t)).toBe('some-day')
})
