/** Register numbers of companies and area codes of telephones say where they are from. */
import { expect, test } from 'vitest'
import { checkCompanyNumber } from './company-number.ts'
import { mobilePlace } from './mobile-place.ts'
import { phonePlace } from './phone-place.ts'

test('Taiwan: the check digit, with the rule of 2023 and the seven in the seventh place', () => {
  // 10458575 has a seven in the seventh place, and comes out right by either sum.
  for (const right of ['04595257', '0459-5257', '10458575', '10458570', '22099131'])
    expect(checkCompanyNumber(right, 'TW'), right).toBe('right')
  for (const wrong of ['04595258', '12345678', '22099132'])
    expect(checkCompanyNumber(wrong, 'TW'), wrong).toBe('wrong')
  for (const other of ['A123456789', '1234567', ''])
    expect(checkCompanyNumber(other, 'TW'), other).toBe('unknown')
})

test('China: the check letter of the 18 letters; older numbers have another form', () => {
  for (const right of ['91350100M000100Y43', '9144030071526726XG'])
    expect(checkCompanyNumber(right, 'CN'), right).toBe('right')
  expect(checkCompanyNumber('91350100M000100Y44', 'CN')).toBe('wrong')
  expect(checkCompanyNumber('350100400012345', 'CN')).toBe('unknown')
})

test('Hong Kong: the form; of other countries nothing is said', () => {
  expect(checkCompanyNumber('12345678-000-01-23-4', 'HK')).toBe('right')
  expect(checkCompanyNumber('1234567', 'HK')).toBe('unknown')
  expect(checkCompanyNumber('DE123456789', 'DE')).toBeNull()
})

test('area codes name their towns, mobile numbers only their country', () => {
  const shown = (stored: string) => {
    const { country, towns, isMobile } = phonePlace(stored) ?? {}
    return [country, isMobile ? 'mobile' : towns].join(' ')
  }
  expect(shown('+886227208889;ext=12')).toBe('TW 臺北、新北')
  expect(shown('+886224201122')).toBe('TW 基隆')
  expect(shown('+88638227171')).toBe('TW 花蓮')
  expect(shown('+886912345678')).toBe('TW mobile')
  expect(shown('+8675588120000')).toBe('CN 深圳市')
  expect(shown('+861065101234')).toBe('CN 北京市')
  expect(shown('+8613800138000')).toBe('CN mobile')
  expect(shown('+85221234567')).toBe('HK ')
  expect(phonePlace('+493012345')).toBeNull()
})

test('mobile numbers of China name the town that gave them out', () => {
  expect(mobilePlace('+8613800138000')).toBe('北京市')
  expect(mobilePlace('+8613912345678')).toBe('江苏省常州市')
  expect(mobilePlace('+8617712345678;ext=1')).toBe('江苏省常州市')
  // The first and the last number of a network.
  expect(mobilePlace('+8613000000000')).toBe('山东省济南市')
  expect(mobilePlace('+8613999999999')).toBe('新疆乌鲁木齐市')
  // Given out to the whole country, not given out, not a mobile number of China.
  for (const none of ['+8619912345678', '+8612012345678', '+861065101234', '+886912345678'])
    expect(mobilePlace(none), none).toBeNull()
})
