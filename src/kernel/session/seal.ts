/** Secrets at rest: sealed with the house's key, readable only for the person they belong to. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/** Any length of house key gives the 32 bytes that AES-256 asks for. */
function keyFrom(secretKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'shangmai sealed secret', 32))
}

/**
 * AES-256-GCM.
 * @param owner whose secret it is; a sealed text put into another row does not open
 */
export function seal(secretKey: Buffer, owner: string, text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secretKey), iv)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** @throws {Error} for another key, another owner, or a changed text */
export function unseal(secretKey: Buffer, owner: string, sealed: string): string {
  const [form, text] = sealed.split('.')
  if (form !== version || !text) throw new Error('A sealed secret has an unknown form')
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secretKey), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  const opened = decipher.update(bytes.subarray(ivBytes + tagBytes))
  return Buffer.concat([opened, decipher.final()]).toString('utf8')
}
