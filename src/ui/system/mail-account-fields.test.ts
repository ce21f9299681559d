/** The port follows the kind of security, but one that was chosen on purpose stays. */
import { expect, test } from 'vitest'
import { portFor } from './mail-account-fields.ts'

test('usual ports change, others stay', () => {
  expect(portFor('tls', '587')).toBe('465')
  expect(portFor('starttls', '465')).toBe('587')
  expect(portFor('none', '465')).toBe('25')
  expect(portFor('tls', '2525')).toBe('2525')
})
