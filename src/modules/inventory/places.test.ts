/** What lies outside the warehouses has Chinese names in a Chinese company. */
import { expect, test } from 'vitest'
import { catalogueOf, untranslated } from '#kernel/i18n/catalogues.ts'
import { outsideNames } from './places.ts'

test('each has a Chinese name', () => {
  expect(untranslated(Object.values(outsideNames), catalogueOf('zh-Hant'))).toEqual([])
})
