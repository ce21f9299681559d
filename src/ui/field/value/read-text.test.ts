/** Typed text becomes a value by the kind of field, in Chinese and English, wide and narrow. */
import { expect, test } from 'vitest'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { checkValue } from './check-value.ts'
import { textOf } from './field-facts.ts'
import { issueText } from './issue-text.ts'
import { readText } from './read-text.ts'

const today = '2026-11-23'

function field(kind: FieldMeta['kind'], more: Partial<FieldMeta> = {}): FieldMeta {
  const can = { filterable: true, listable: true, sortable: true, groupable: true }
  return { name: 'field', label: 'Field', kind, ...can, ...more }
}

const terms = [
  { value: 'net30', label: '月結 30 天' },
  { value: 'net60', label: '月結 60 天' },
  { value: 'cash', label: '現金' },
]

test('each kind reads its own text', () => {
  expect(readText(field('money'), '２，８６０', today)).toEqual({ value: '2860' })
  expect(readText(field('integer'), '30', today)).toEqual({ value: 30 })
  expect(readText(field('date'), '11/30', today)).toEqual({ value: '2026-11-30' })
  expect(readText(field('boolean'), '是', today)).toEqual({ value: true })
  expect(readText(field('boolean'), '', today)).toEqual({ value: false })
  expect(readText(field('tags'), '展會、 VIP，展會', today)).toEqual({ value: ['展會', 'VIP'] })
  expect(readText(field('text'), '  a ', today)).toEqual({ value: 'a' })
  expect(readText(field('ref'), 'M-2041', today)).toEqual({ lookUp: 'M-2041' })
  expect(readText(field('money'), ' ', today)).toEqual({ value: null })
})

test('a choice is found by value, label or the only label that begins so', () => {
  const choice = field('choice', { options: terms })
  expect(readText(choice, 'NET30', today)).toEqual({ value: 'net30' })
  expect(readText(choice, '月結 60 天', today)).toEqual({ value: 'net60' })
  expect(readText(choice, '現', today)).toEqual({ value: 'cash' })
  expect(readText(choice, '月結', today)).toHaveProperty('issue.rule', 'option')
  const choices = field('choices', { options: terms })
  expect(readText(choices, '現金、net30', today)).toEqual({ value: ['cash', 'net30'] })
})

test('what is none says so', () => {
  expect(readText(field('decimal'), 'abc', today)).toHaveProperty('issue.rule', 'number')
  expect(readText(field('integer'), '1.5', today)).toHaveProperty('issue.rule', 'whole-number')
  expect(readText(field('date'), '2026-02-30', today)).toHaveProperty('issue.rule', 'date')
  expect(readText(field('boolean'), 'maybe', today)).toHaveProperty('issue.rule', 'yes-or-no')
  expect(readText(field('file'), 'a.pdf', today)).toHaveProperty('issue.rule', 'not-by-text')
})

test('values are checked before they are sent', () => {
  const rule = (meta: FieldMeta, value: unknown) => checkValue(meta, value, 'TW')?.rule ?? null
  expect(rule(field('text', { required: true }), '')).toBe('required')
  expect(rule(field('boolean', { required: true }), false)).toBeNull()
  expect(rule(field('decimal', { min: '0' }), '-0.01')).toBe('min')
  expect(rule(field('decimal', { min: '9' }), '10')).toBeNull()
  expect(rule(field('percent', { max: '100' }), '100.5')).toBe('max')
  expect(rule(field('money', { places: 2 }), '1.005')).toBe('places')
  expect(rule(field('money', { places: 2 }), '1.500')).toBeNull()
  expect(rule(field('text', { maxLength: 2 }), '𠮷野家')).toBe('length')
  expect(rule(field('date', { min: '2026-01-01' }), '2025-12-31')).toBe('min')
  expect(rule(field('date'), 'soon')).toBe('date')
  expect(rule(field('integer'), '1.5')).toBe('whole-number')
  expect(rule(field('money'), 'ten')).toBe('number')
  expect(rule(field('email'), 'ada@harbor')).toBe('email')
  expect(rule(field('email'), 'ada@harbor.tw')).toBeNull()
  expect(rule(field('url'), 'harbor.tw/書')).toBeNull()
  expect(rule(field('phone'), '02-2345-6789 轉 12')).toBeNull()
  expect(rule(field('phone'), 'call me')).toBe('phone')
})

test('faults are told with their bounds', () => {
  const english = (text: string, facts?: Record<string, unknown>) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => textOf(facts?.[name]))
  const issue = { rule: 'min' as const, facts: { min: '1000' } }
  expect(issueText(english, issue)).toBe('At least 1,000.')
})
