/** Phone numbers are understood as written and kept in one form. */
import { expect, test } from 'vitest'
import { formatPhone, parsePhone } from './phone.ts'

test.each([
  ['+886 2 1234-5678 #12', 'CN', '+886212345678;ext=12', '02 1234 5678 #12', 'TW'],
  ['(02) 2345-6789 分機 103', 'TW', '+886223456789;ext=103', '02 2345 6789 #103', 'TW'],
  ['02-2345-6789 ext. 7', 'TW', '+886223456789;ext=7', '02 2345 6789 #7', 'TW'],
  ['+886223456789;ext=7', 'TW', '+886223456789;ext=7', '02 2345 6789 #7', 'TW'],
  ['０９１２３４５６７８', 'TW', '+886912345678', '0912 345 678', 'TW'],
  ['138 1234 5678', 'CN', '+8613812345678', '138 1234 5678', 'CN'],
  ['0086-10-12345678', 'TW', '+861012345678', '010 1234 5678', 'CN'],
  ['(206) 555-9857', 'US', '+12065559857', '(206) 555-9857', 'US'],
  ['030-0074321', 'DE', '+49300074321', '030 0074321', 'DE'],
] as const)('%j in %s is kept as %s', (text, country, stored, national, of) => {
  const phone = parsePhone(text, country)
  expect(phone).toMatchObject({ stored, national, country: of })
  expect(stored.startsWith(phone?.e164 ?? '?')).toBe(true)
})

test('numbers of no country have none', () => {
  expect(parsePhone('+800 1234 5678', 'TW')).toMatchObject({ e164: '+80012345678', country: null })
})

test.each(['', '123', 'abc', 'call 0912345678 now', '0912345678 / 0922333444', '1'.repeat(80)])(
  '%j is no number',
  (text) => {
    expect(parsePhone(text, 'TW')).toBeNull()
  },
)

test('an unknown home leaves only international numbers', () => {
  expect(parsePhone('0912345678', 'XX')).toBeNull()
  expect(parsePhone('+886912345678', '')?.e164).toBe('+886912345678')
})

test('a kept number is shown short at home, with its country elsewhere', () => {
  expect(formatPhone('+886212345678;ext=12', 'TW')).toBe('02 1234 5678 #12')
  expect(formatPhone('+886212345678;ext=12', 'CN')).toBe('+886 2 1234 5678 #12')
  expect(formatPhone('see note', 'CN')).toBe('see note')
})
