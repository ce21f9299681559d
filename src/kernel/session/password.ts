/** Passwords are kept as argon2id hashes that say how they were made. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

interface Cost {
  /** KiB. */
  memory: number
  passes: number
  parallelism: number
}

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
const saltBytes = 16

const derive = promisify(argon2)
const phcForm = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u

/** @returns a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>` */
export async function hashPassword(
  password: string,
  salt = randomBytes(saltBytes),
): Promise<string> {
  const hash = await hashWith(cost, salt, password, tagLength)
  const { memory, passes, parallelism } = cost
  const head = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}`
  return `${head}$${unpadded(salt)}$${unpadded(hash)}`
}

/** @throws {Error} when `phc` is no argon2id hash */
export async function isPassword(password: string, phc: string): Promise<boolean> {
  const { cost: made, salt, hash } = readPhc(phc)
  return timingSafeEqual(await hashWith(made, salt, password, hash.length), hash)
}

/** True when the hash was made with other costs than today's. */
export function isOutdated(phc: string): boolean {
  const { cost: made, hash } = readPhc(phc)
  const same = made.memory === cost.memory && made.passes === cost.passes
  return !same || made.parallelism !== cost.parallelism || hash.length !== tagLength
}

/** The same work as a real check, for people who do not exist. */
export async function checkNobody(password: string): Promise<void> {
  await hashWith(cost, Buffer.alloc(saltBytes), password, tagLength)
}

// The same letters may come as other code points from another keyboard (NIST SP 800-63B).
function hashWith(made: Cost, nonce: Buffer, password: string, length: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8')
  return derive('argon2id', { ...made, message, nonce, tagLength: length })
}

function readPhc(phc: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [, memory, passes, parallelism, salt, hash] = phcForm.exec(phc) ?? []
  if (!salt || !hash) throw new Error('Not an argon2id hash')
  const made = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  }
  return { cost: made, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
