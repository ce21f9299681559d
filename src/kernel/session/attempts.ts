/** What the house remembers of wrong tries beside the accounts: by address, by unknown e-mail. */
import { fail } from '../base/fail.ts'
import { lockedUntil, secondsLeft } from './lockout.ts'
import { networkOf } from './network.ts'
import { hashOf } from './token.ts'

const mostRemembered = 10_000
const windowMs = 60_000

export interface AddressLimit {
  /** Counts an attempt. @throws {Refusal} `session.locked` (429) when the minute is used up */
  take(address: string, now: Date): void
  /** A right password does not count: an office of hundreds shares one address. */
  giveBack(address: string): void
}

/** @param perMinute failed attempts from one address; 0 = no limit */
export function openAddressLimit(perMinute: number): AddressLimit {
  const counts = new Map<string, { until: Date; count: number }>()
  return {
    take(address, now) {
      if (perMinute === 0) return
      const network = networkOf(address)
      const known = counts.get(network)
      if (!known || known.until <= now) {
        remember(counts, network, { until: new Date(now.getTime() + windowMs), count: 1 })
      } else if (known.count >= perMinute) refuseFor(secondsLeft(known.until, now))
      else known.count += 1
    },
    giveBack(address) {
      const known = counts.get(networkOf(address))
      if (known && known.count > 0) known.count -= 1
    },
  }
}

export interface Strangers {
  /** @throws {Refusal} `session.locked` (429) */
  refuseLocked(email: string, now: Date): void
  noteFailure(email: string, now: Date): void
}

/** E-mails without an account are closed like accounts, so that nobody learns which exist. */
export function openStrangers(): Strangers {
  const known = new Map<string, { failures: number; until: Date | null }>()
  const keyOf = (email: string) => hashOf(email).toString('base64')
  return {
    refuseLocked(email, now) {
      const seconds = secondsLeft(known.get(keyOf(email))?.until ?? null, now)
      if (seconds > 0) refuseFor(seconds)
    },
    noteFailure(email, now) {
      const failures = (known.get(keyOf(email))?.failures ?? 0) + 1
      remember(known, keyOf(email), { failures, until: lockedUntil(failures, now) })
    },
  }
}

/** @throws {Refusal} `session.locked` (429) always */
export function refuseFor(seconds: number): never {
  return fail('session.locked', { seconds }, { status: 429 })
}

/** The oldest go first: memory stays bounded whoever knocks. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size <= mostRemembered) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}
