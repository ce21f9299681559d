/** A retry never doubles: the same key and body get the same answer, another body is refused. */
import { createHash } from 'node:crypto'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Caller } from './caller.ts'

export interface Idempotency {
  key: string
  bodyHash: Buffer
}

/** Keys are kept this long (see the nightly job in jobs/housekeeping.ts). */
export const keptDays = 7

/** Method, path and body of the request make the fingerprint. */
export function idempotencyOf(
  key: string,
  method: string,
  path: string,
  body: unknown,
): Idempotency {
  const text = `${method} ${path}\n${JSON.stringify(body ?? null)}`
  return { key, bodyHash: createHash('sha256').update(text).digest() }
}

/**
 * @returns the kept answer, or null for a new key
 * @throws {Refusal} `idempotency.other-body` (409)
 */
export async function knownAnswer(
  tx: Transaction,
  caller: Caller,
  { key, bodyHash }: Idempotency,
): Promise<{ answer: unknown } | null> {
  const [row] = await tx.query<{ body_hash: Buffer; answer: string; user_id: string | null }>(
    sql`select body_hash, answer, user_id from idempotency
      where tenant = ${caller.tenant} and key = ${key}`,
  )
  if (!row) return null
  if (!row.body_hash.equals(bodyHash) || row.user_id !== caller.person.id) {
    fail('idempotency.other-body', {}, { status: 409 })
  }
  return { answer: JSON.parse(row.answer) as unknown }
}

/** Kept in the same transaction as the write: both are there or neither. */
export function keepAnswer(
  tx: Transaction,
  caller: Caller,
  { key, bodyHash }: Idempotency,
  answer: unknown,
  now: Date,
): void {
  const text = JSON.stringify(answer ?? null)
  tx.send(
    sql`insert into idempotency (tenant, key, user_id, body_hash, status, answer, at)
      values (${caller.tenant}, ${key}, ${caller.person.id}, ${bodyHash}, 200, ${text}, ${now})`,
  )
}
