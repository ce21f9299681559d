/** The six figures of an authenticator app (TOTP, RFC 6238): half a minute each, used once. */
import { Secret, TOTP } from 'otpauth'

const period = 30
/** Clocks may be apart by one step. */
const window = 1
const secretBytes = 20
/** Company and account must fit into one QR code, nine bytes for each Chinese character. */
const longestName = 60

/** 160 random bits in base32, as authenticator apps take them. */
export function newCodeSecret(): string {
  return new Secret({ size: secretBytes }).base32
}

/** The address that an authenticator app reads from the QR code. */
export function codeUri(secret: string, issuer: string, account: string): string {
  return generator(secret, { issuer: labelOf(issuer), label: labelOf(account) }).toString()
}

/**
 * The step a code belongs to, counted from 1970.
 * @returns null for a wrong code, and for one of a step at or before `lastStep`
 */
export function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  const token = code.replaceAll(/\s/gu, '')
  if (!/^\d{6}$/u.test(token)) return null
  const timestamp = now.getTime()
  const delta = generator(secret).validate({ token, timestamp, window })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

function generator(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), period, digits: 6, ...names })
}

/** A colon parts issuer and account in the address. */
function labelOf(text: string): string {
  return Array.from(text.replaceAll(':', ' ')).slice(0, longestName).join('')
}
