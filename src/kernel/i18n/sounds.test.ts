/** Labels are found by how they sound, in both scripts; sentences and English have no sound. */
import { expect, test } from 'vitest'
import { catalogueOf } from './catalogues.ts'
import { soundsOf } from './sounds.ts'

const wordsOf = (locale: 'zh-Hant' | 'zh-Hans', english: string) =>
  (soundsOf(locale)[catalogueOf(locale)[english] ?? ''] ?? '').split(' ')

test('by full pinyin and by initials, in both scripts', () => {
  for (const locale of ['zh-Hant', 'zh-Hans'] as const) {
    expect(wordsOf(locale, 'Users')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\w+$/)]),
    )
    expect(wordsOf(locale, 'Delete')).toEqual(expect.arrayContaining(['shanchu', 'sc']))
  }
})

test('sentences have none', () => {
  expect(Object.keys(soundsOf('zh-Hant')).every((label) => label.length <= 12)).toBe(true)
  expect(soundsOf('en')).toEqual({})
})
