/** A country of a file is known by its code and by its name in each of our languages. */
import { expect, test } from 'vitest'
import { COUNTRY_CODES, countries, isCountry } from '../text/country.ts'
import { countryCode } from './country-code.ts'

test.each(['en', 'zh-Hant', 'zh-Hans'])('every country is known by its name in %s', (locale) => {
  const named = countries(locale)
  expect(named.map(({ name }) => countryCode(` ${name.toUpperCase()} `))).toEqual(
    named.map(({ code }) => code),
  )
  expect(named.map(({ code }) => code).toSorted()).toEqual(COUNTRY_CODES)
})

test('codes are of ISO 3166: none of old, none that stands for no country', () => {
  expect(COUNTRY_CODES.length).toBe(250)
  for (const code of ['ZZ', 'FX', 'UK', 'SU', 'EU', 'XX', 'tw', 'TWN', '', null, 5])
    expect([code, isCountry(code)]).toEqual([code, false])
  expect([countryCode('uk'), countryCode('台灣'), countryCode('tw')]).toEqual(['GB', 'TW', 'TW'])
  expect([countryCode('zz'), countryCode('Atlantis')]).toEqual([null, null])
})
