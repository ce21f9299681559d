/** Codes of authenticator apps: those of RFC 6238, half a minute around now, each once. */
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { codeUri, newCodeSecret, stepOfCode } from './one-time-code.ts'

/** RFC 6238 appendix B; six figures are the last six of its eight. */
const secret = Secret.fromLatin1('12345678901234567890').base32
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('the code of second %i is %s', (seconds, code) => {
  expect(stepOfCode(secret, code, at(seconds), null)).toBe(Math.floor(seconds / 30))
})

test('clocks may be apart by one step, not by two', () => {
  const step = (seconds: number) => stepOfCode(secret, '287082', at(seconds), null)
  expect([0, 29, 59, 89].map(step)).toEqual([1, 1, 1, 1])
  expect([90, 119].map(step)).toEqual([null, null])
})

test('a code counts once, and none before it counts afterwards', () => {
  expect(stepOfCode(secret, '287082', at(59), 0)).toBe(1)
  expect(stepOfCode(secret, '287082', at(59), 1)).toBe(null)
  expect(stepOfCode(secret, '287082', at(59), 2)).toBe(null)
})

test('blanks are passed over; what is not six figures is wrong', () => {
  expect(stepOfCode(secret, '287 082', at(59), null)).toBe(1)
  for (const code of ['', '28708', '2870822', '94287082', 'abcdef', '２８７０８２']) {
    expect(stepOfCode(secret, code, at(59), null)).toBe(null)
  }
})

test('the address for the app carries secret and names, and fits a QR code', () => {
  const fresh = newCodeSecret()
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
  expect(newCodeSecret()).not.toBe(fresh)
  const uri = new URL(codeUri(fresh, 'Shangmai: 港灣書店', 'mei@harbor.example'))
  expect(uri.href.startsWith('otpauth://totp/')).toBe(true)
  expect(uri.searchParams.get('secret')).toBe(fresh)
  expect(uri.searchParams.get('issuer')).toBe('Shangmai  港灣書店')
  expect(codeUri(fresh, '港'.repeat(300), '灣'.repeat(300)).length).toBeLessThan(2331)
})
