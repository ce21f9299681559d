/** Remembers for a second whose a token is: a page of ten requests asks the database once. */
import type { Database } from '../db/database.ts'
import type { House } from '../house.ts'
import type { Account } from './door.ts'
import { ageOf } from './people.ts'
import { hashOf } from './token.ts'

/** Other processes let an ended session or key in for this long; this one refuses it at once. */
const rememberMs = 1000
/** Beyond this many all are asked anew, so that strangers cannot fill the memory. */
const mostKnown = 10_000

interface Known {
  account: Account
  at: number
  age: number
}

const houses = new WeakMap<Database, Map<string, Known>>()

/**
 * @param ask reads the database; its answer for nobody is not remembered
 * @returns what `ask` answered for this token within the last second
 */
export async function knownToken<A extends Account>(
  house: House,
  token: string,
  ask: (hash: Buffer, now: Date) => Promise<A | null>,
): Promise<A | null> {
  const known = houses.get(house.database) ?? new Map<string, Known>()
  houses.set(house.database, known)
  const now = house.now()
  const hash = hashOf(token)
  const key = hash.toString('latin1')
  const entry = known.get(key)
  if (entry && isFresh(entry, now)) return entry.account as A
  if (known.size > mostKnown) known.clear()
  const asked = await ask(hash, now)
  if (asked === null) known.delete(key)
  else known.set(key, { account: asked, at: now.getTime(), age: ageOf(asked.tenant) })
  return asked
}

function isFresh({ account, at, age }: Known, now: Date): boolean {
  const passed = now.getTime() - at
  return passed >= 0 && passed < rememberMs && age === ageOf(account.tenant)
}
