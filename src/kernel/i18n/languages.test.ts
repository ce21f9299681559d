/** A person gets the language they chose, else one their browser asks for, else the company's. */
import { expect, test } from 'vitest'
import { isLocale, localeOfTag, negotiate } from './languages.ts'

test.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['yue', 'zh-Hant'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['de', null],
  ['*', null],
  ['x', null],
  ['zh_TW', null],
  ['en-a', null],
])('%s is %s', (tag, locale) => {
  expect(localeOfTag(tag)).toBe(locale)
})

test.each([
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
  ['de, en;q=0.5, zh-CN;q=0.7', 'zh-Hans'],
  ['en;q=0, zh-HK', 'zh-Hant'],
  ['fr-FR', 'zh-Hant'],
  ['', 'zh-Hant'],
  [undefined, 'zh-Hant'],
  [';;;,,q=1', 'zh-Hant'],
])('a browser that asks for %j gets %s', (accepted, locale) => {
  expect(negotiate({ accepted, fallback: 'zh-Hant' })).toBe(locale)
})

test('what the person chose comes first, unless we do not speak it', () => {
  expect(negotiate({ chosen: 'en', accepted: 'zh-TW', fallback: 'zh-Hans' })).toBe('en')
  expect(negotiate({ chosen: 'fr', accepted: 'zh-TW', fallback: 'en' })).toBe('zh-Hant')
  expect(isLocale('zh-TW')).toBe(false)
})
