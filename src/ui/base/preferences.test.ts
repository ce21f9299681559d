/** What is promised of: preferences. */
import { expect, test } from 'vitest'
import { chosen, localeOf, preferencesFrom } from './preferences.ts'

test('without a choice the language of the browser stands', () => {
  expect(localeOf('zh-TW')).toBe('zh-Hant')
  expect(localeOf('zh-Hant-HK')).toBe('zh-Hant')
  expect(localeOf('zh-CN')).toBe('zh-Hans')
  expect(localeOf('fr')).toBe('en')
  expect(preferencesFrom(null, 'zh-TW')).toEqual({
    locale: 'zh-Hant',
    theme: 'system',
    density: 'compact',
  })
})

test('what was chosen is remembered, what is unknown is not', () => {
  const kept = JSON.stringify({ locale: 'en', theme: 'dark', density: 'huge' })
  expect(preferencesFrom(kept, 'zh-TW')).toEqual({
    locale: 'en',
    theme: 'dark',
    density: 'compact',
  })
})

test('choosing what stands already changes nothing', () => {
  const was = preferencesFrom(null, 'en')
  expect(chosen(was, { theme: was.theme, locale: was.locale })).toBe(was)
  expect(chosen(was, { density: 'comfortable' })).toEqual({ ...was, density: 'comfortable' })
})
