/** What is promised of: way back. */
import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

test('signing in leads back into the app, never out of it', () => {
  expect(wayBack('/list/shelf?q=tea')).toBe('/list/shelf?q=tea')
  expect(wayBack(undefined)).toBe('/')
  expect(wayBack('https://evil.example')).toBe('/')
  expect(wayBack('//evil.example')).toBe('/')
  expect(wayBack('/\\evil.example')).toBe('/')
})
