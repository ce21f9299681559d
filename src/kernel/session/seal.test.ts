/** Sealed secrets open with their key, for their owner, unchanged. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const key = randomBytes(32)

test('what was sealed opens, and no two seals look alike', () => {
  const sealed = seal(key, 'company/mei', 'JBSWY3DPEHPK3PXP')
  expect(unseal(key, 'company/mei', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSWY3DP')
  expect(seal(key, 'company/mei', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
})

test('another key, another owner or a changed text opens nothing', () => {
  const sealed = seal(key, 'company/mei', 'JBSWY3DPEHPK3PXP')
  expect(() => unseal(randomBytes(32), 'company/mei', sealed)).toThrow('authenticate')
  expect(() => unseal(key, 'company/tom', sealed)).toThrow('authenticate')
  const at = sealed.length - 3
  const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
  expect(() => unseal(key, 'company/mei', changed)).toThrow('authenticate')
  expect(() => unseal(key, 'company/mei', 'plain')).toThrow('unknown form')
})
