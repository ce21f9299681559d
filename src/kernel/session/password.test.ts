/** Passwords are kept as argon2id hashes that say how they were made. */
import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword } from './password.ts'

const sentence = 'seven boats leave the harbour'

function hashAt(memory: number, passes: number): string {
  const nonce = Buffer.from('a salt of 16 byt')
  const parameters = { message: sentence, nonce, parallelism: 1, tagLength: 32, memory, passes }
  const [salt, hash] = [nonce, argon2Sync('argon2id', parameters)].map((bytes) =>
    bytes.toString('base64').replaceAll('=', ''),
  )
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${salt}$${hash}`
}

test('a hash fits its own password only, and never looks the same twice', async () => {
  const [one, other] = await Promise.all([hashPassword(sentence), hashPassword(sentence)])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(other).not.toBe(one)
  expect(await isPassword(sentence, one)).toBe(true)
  expect(await isPassword(`${sentence} `, one)).toBe(false)
})

test('the same letters fit however a keyboard composes them', async () => {
  const hash = await hashPassword('cafe\u0301 on the \uFF11st floor')
  expect(await isPassword('caf\u00E9 on the 1st floor', hash)).toBe(true)
})

test('a hash made at another cost still fits, and is known to be outdated', async () => {
  expect(await isPassword(sentence, hashAt(8192, 1))).toBe(true)
  expect(isOutdated(hashAt(8192, 1))).toBe(true)
  expect(isOutdated(hashAt(19_456, 3))).toBe(true)
  expect(isOutdated(hashAt(19_456, 2))).toBe(false)
})

test('a text that is no argon2id hash is a fault of the program', async () => {
  await expect(isPassword(sentence, 'plain text')).rejects.toThrow('Not an argon2id hash')
})
