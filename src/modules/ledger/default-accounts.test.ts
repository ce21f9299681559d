/** The accounts that a company begins with have Chinese names in a Chinese company. */
import { expect, test } from 'vitest'
import { catalogueOf, untranslated } from '#kernel/i18n/catalogues.ts'
import { chart } from './default-accounts.ts'

test('each has a Chinese name', () => {
  expect(
    untranslated(
      chart.map(([, name]) => name),
      catalogueOf('zh-Hant'),
    ),
  ).toEqual([])
})
