/** Addresses go from large to small in Chinese characters, from small to large elsewhere. */
import { expect, test } from 'vitest'
import { countryName, formatAddress } from './address.ts'

const taipei = {
  country: 'TW',
  postalCode: '110',
  region: '臺北市',
  city: '臺北市',
  district: '信義區',
  street: '信義路五段7號',
}

test('Chinese characters go from large to small, a city of province rank once', () => {
  expect(formatAddress(taipei, 'en')).toBe('110 臺北市信義區信義路五段7號')
  const street = '广东省深圳市南山区科技路1号'
  const whole = { country: 'CN', region: '广东省', city: '深圳市', street }
  expect(formatAddress(whole, 'zh-Hans')).toBe('广东省深圳市广东省深圳市南山区科技路1号'.slice(6))
})

test('the country is named for letters that leave home', () => {
  expect(formatAddress(taipei, 'zh-Hant', { home: 'TW' })).toBe('110 臺北市信義區信義路五段7號')
  expect(formatAddress(taipei, 'zh-Hans', { home: 'CN' })).toBe('110 台湾臺北市信義區信義路五段7號')
})

test('other addresses go from small to large in the way of their country', () => {
  const berlin = { country: 'DE', city: 'Berlin', street: 'Obere Str. 57', postalCode: '12209' }
  expect(formatAddress(berlin, 'en')).toBe('Obere Str. 57, 12209 Berlin, Germany')
  expect(formatAddress(berlin, 'zh-Hant', { home: 'DE' })).toBe('Obere Str. 57, 12209 Berlin')
  const seattle = { country: 'US', region: 'WA', city: 'Seattle', postalCode: '98101' }
  expect(formatAddress(seattle, 'zh-Hant')).toBe('Seattle, WA 98101, 美國')
  const english = { country: 'TW', city: 'Taipei', street: '7, Sec. 5, Xinyi Rd.' }
  expect(formatAddress(english, 'en')).toBe('7, Sec. 5, Xinyi Rd., Taipei, Taiwan')
})

test('what is missing leaves no gap', () => {
  expect(formatAddress({}, 'en')).toBe('')
  expect(formatAddress({ street: '信義路' }, 'en', { home: 'TW' })).toBe('信義路')
  expect(formatAddress({ city: '香港', street: 'Unit 5' }, 'en')).toBe('香港Unit 5')
  expect(countryName('ZZZ', 'en')).toBe('ZZZ')
})
