/** Secrets that open a door: made at random, known to the house by their hash alone. */
import { createHash, randomBytes } from 'node:crypto'

const tokenForm = /^[\w-]{43}$/u
const keyForm = /^sk_[\w-]{43}$/u

/** 256 random bits as 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** As a token, with a prefix by which secret scanners recognise it. */
export function newApiKey(): string {
  return `sk_${newToken()}`
}

export function isToken(text: string): boolean {
  return tokenForm.test(text)
}

export function isApiKey(text: string): boolean {
  return keyForm.test(text)
}

/** SHA-256; a secret of 256 random bits needs no slow hash. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
