/** Sentences are said in the reader's language, in English where the catalogue has nothing. */
import { expect, test } from 'vitest'
import { createTranslator, refusalText } from './message.ts'
import { argumentsOf, messageFault } from './message-check.ts'

const ORDERS = '{count, plural, one {# order} other {# orders}}'
const chinese = createTranslator('zh-Hant', {
  Save: '儲存',
  [ORDERS]: '{count} 張訂單',
  'Total {total, number}': '合計 {total, number}',
  'The order has no lines. Add at least one.': '訂單沒有明細，請至少加一行。',
  'Missing: {fields}': '缺少：{fields}',
  'Broken {': '壞了 {',
})
const english = createTranslator('en', {})

test('a sentence is said in the language, a missing one in English', () => {
  expect(chinese('Save')).toBe('儲存')
  expect(chinese('Delete')).toBe('Delete')
  expect(chinese('constructor')).toBe('constructor')
})

test('values are put in, plurals and numbers by the rules of the language', () => {
  expect(chinese(ORDERS, { count: 3 })).toBe('3 張訂單')
  expect(english(ORDERS, { count: 1 })).toBe('1 order')
  expect(english(ORDERS, { count: 2 })).toBe('2 orders')
  expect(english(ORDERS, { count: '1' })).toBe('1 order')
})

test('an exact decimal keeps all its digits', () => {
  const said = chinese('Total {total, number}', { total: '12345678901234567890.12' })
  expect(said).toBe('合計 12,345,678,901,234,567,890.12')
})

test('lists, yes and no, nothing and nested facts are readable', () => {
  expect(chinese('Missing: {fields}', { fields: ['a', 'b', 'c'] })).toBe('缺少：a、b和c')
  expect(english('{a, select, true {yes} other {no}}', { a: true })).toBe('yes')
  expect(english('[{a}]', { a: null })).toBe('[]')
  expect(english('{a}', { a: { b: 1 } })).toBe('{"b":1}')
})

test('tags and apostrophes stay', () => {
  expect(english("Don't <b>{what}</b>", { what: 'panic' })).toBe("Don't <b>panic</b>")
})

test('a text that is no message, or comes without values, stands as it is', () => {
  expect(chinese('Broken {', {})).toBe('壞了 {')
  expect(english('Size {cm}')).toBe('Size {cm}')
})

test('a missing value is a programming error', () => {
  expect(() => english('Hello {name}', {})).toThrow('name')
})

test('refusals are looked up by rule and said with their facts', () => {
  const rules = {
    'order.has-no-lines': 'The order has no lines. Add at least one.',
    'input.missing': 'Missing: {fields}',
  }
  expect(refusalText(chinese, rules, 'order.has-no-lines')).toBe('訂單沒有明細，請至少加一行。')
  expect(refusalText(english, rules, 'input.missing', { fields: ['a'] })).toBe('Missing: a')
  expect(refusalText(chinese, rules, 'order.unheard-of')).toBe('order.unheard-of')
  expect(refusalText(chinese, rules, 'toString')).toBe('toString')
})

test('faults of a message are told', () => {
  expect(messageFault(ORDERS)).toBeNull()
  expect(messageFault('a < b {c}')).toBeNull()
  expect(messageFault('{count, plural, one {#}}')).toMatch(/OTHER/)
  expect(messageFault('Broken {')).toMatch(/BRACE/)
})

test('the values that a message names are known, however deep', () => {
  const nested = '{kind, select, a {{count, plural, one {# of {x}} other {#}}} other {<b>{y}</b>}}'
  expect(argumentsOf(nested)).toEqual(['</b>', '<b>', 'count', 'kind', 'x', 'y'])
  expect(argumentsOf('{when, date} at {when, time}, {n, number}')).toEqual(['n', 'when'])
  expect(argumentsOf('plain')).toEqual([])
})
