/** Keys by which programs work in a person's name, narrowed to what they need. */
import { sql } from '../db/sql.ts'
import { newId } from '../db/new-id.ts'
import { fail, failInput } from '../base/fail.ts'
import type { House } from '../house.ts'
import { today } from '../time/date.ts'
import type { Account, Visit } from './door.ts'
import { isNoteDue } from './lifetime.ts'
import { knownToken } from './known-token.ts'
import { note } from './note.ts'
import { hashOf, isApiKey, newApiKey } from './token.ts'

export interface ApiKey extends Account {
  scopes: string[]
}

interface KeyRow {
  tenant: string
  user_id: string
  scopes: string[]
  expires_on: string | null
  last_used_at: string | null
}

const shownCharacters = 8

/** '*', 'order:*', '*:read', 'order:read', 'order:do:confirm'. */
const scopeForm = /^(\*|(\*|[a-z][a-z0-9-]*):(\*|[a-z][a-z0-9-]*|do:[a-z][a-z0-9-]*))$/u

/**
 * Asked at most once a second; the use is noted at most once a minute.
 * @returns null when it opens nothing
 */
export async function findApiKey(house: House, text: string): Promise<ApiKey | null> {
  if (!isApiKey(text)) return null
  return knownToken(house, text, (hash, now) => readApiKey(house, hash, now))
}

async function readApiKey(house: House, hash: Buffer, now: Date): Promise<ApiKey | null> {
  const [row] = await house.database.control<KeyRow>(
    sql`select tenant, user_id, scopes, expires_on, last_used_at
      from api_key where key_hash = ${hash}`,
  )
  if (!row || (await isOver(house, row, now))) return null
  if (isNoteDue(row.last_used_at, now)) {
    await house.database.control(
      sql`update api_key set last_used_at = ${now} where key_hash = ${hash}`,
    )
  }
  return { tenant: row.tenant, user: row.user_id, scopes: row.scopes }
}

/** It works through its last day, as the company counts days. */
async function isOver(house: House, { tenant, expires_on: last }: KeyRow, now: Date) {
  if (last === null) return false
  return today(now, (await house.companies.of(tenant)).timeZone) > last
}

export interface ListedKey {
  id: string
  name: string
  prefix: string
  scopes: string[]
  createdAt: string
  expiresOn: string | null
  lastUsedAt: string | null
}

/** Newest first. */
export function listApiKeys(house: House, { tenant, user }: Account): Promise<ListedKey[]> {
  return house.database.control<ListedKey>(
    sql`select id, name, prefix, scopes, created_at as "createdAt", expires_on as "expiresOn",
        last_used_at as "lastUsedAt"
      from api_key where tenant = ${tenant} and user_id = ${user} order by id desc`,
  )
}

export interface KeyWish {
  name: string
  scopes: string[]
  expiresOn: string | null
}

/**
 * @returns the key, which nobody can read again
 * @throws {Refusal} `session.wrong-scope`, `session.expires-in-the-past`
 */
export async function makeApiKey(
  house: House,
  account: Account,
  wish: KeyWish,
  visit: Visit,
): Promise<string> {
  const { tenant, user } = account
  checkScopes(wish.scopes)
  const { timeZone } = await house.companies.of(tenant)
  if (wish.expiresOn !== null && wish.expiresOn < today(visit.at, timeZone)) {
    fail('session.expires-in-the-past', {}, { field: 'expiresOn' })
  }
  const key = newApiKey()
  await house.database.transaction(tenant, async (tx) => {
    await tx.query(
      sql`insert into api_key
          (key_hash, id, tenant, user_id, name, prefix, scopes, created_at, expires_on)
        values (${hashOf(key)}, ${newId(visit.at.getTime())}, ${tenant}, ${user}, ${wish.name},
          ${key.slice(0, shownCharacters)}, ${wish.scopes}, ${visit.at}, ${wish.expiresOn})`,
    )
    note(tx, account, user, 'api-key-made', visit)
  })
  return key
}

function checkScopes(scopes: string[]): void {
  if (scopes.length === 0) failInput([{ field: 'scopes', rule: 'field.required', facts: {} }])
  const wrong = scopes.find((scope) => !scopeForm.test(scope))
  if (wrong !== undefined) fail('session.wrong-scope', { scope: wrong }, { field: 'scopes' })
}

/** @returns whether the person had such a key */
export function deleteApiKey(
  house: House,
  account: Account,
  id: string,
  visit: Visit,
): Promise<boolean> {
  const { tenant, user } = account
  return house.database.transaction(tenant, async (tx) => {
    const gone = await tx.query(
      sql`delete from api_key where tenant = ${tenant} and user_id = ${user} and id = ${id}
        returning id`,
    )
    if (gone.length > 0) note(tx, account, user, 'api-key-deleted', visit)
    return gone.length > 0
  })
}
