/** Remembers for a moment who a user is: roles, reporting line, shares. */
import { personOf } from '../access/load-person.ts'
import type { Person } from '../access/person.ts'
import { remembered, type Remembered } from '../base/remembered.ts'
import type { Database } from '../db/database.ts'
import type { House } from '../house.ts'
import { today } from '../time/date.ts'

/** Other processes see a change of rights after this long. */
const rememberMs = 3000

interface People {
  age: number
  known: Remembered<Person | null>
}

const houses = new WeakMap<Database, Map<string, People>>()
const ages = new Map<string, number>()

/** @returns null for a user that is not there, deleted, or may no longer sign in */
export function knownPerson(house: House, tenant: string, user: string): Promise<Person | null> {
  return peopleOf(house, tenant).known.get(user)
}

/** After a change of a user, role, right or share: this process asks anew at once. */
export function forgetPeople(tenant: string): void {
  ages.set(tenant, ageOf(tenant) + 1)
}

/** Grows with each change that concerns who may do what in the company. */
export function ageOf(tenant: string): number {
  return ages.get(tenant) ?? 0
}

function peopleOf(house: House, tenant: string): People {
  const tenants = houses.get(house.database) ?? new Map<string, People>()
  houses.set(house.database, tenants)
  const people = tenants.get(tenant)
  if (people?.age === ageOf(tenant)) return people
  const known = remembered(rememberMs, (user: string) => ask(house, tenant, user))
  const fresh = { age: ageOf(tenant), known }
  tenants.set(tenant, fresh)
  return fresh
}

async function ask(house: House, tenant: string, user: string): Promise<Person | null> {
  const { timeZone } = await house.companies.of(tenant)
  return personOf(house.database, tenant, user, today(house.now(), timeZone))
}

const concerning = new Set(['user', 'role', 'grant', 'share', 'department'])

/**
 * Forgets people as soon as the house tells of a change that concerns them.
 * @returns how to stop
 */
export function followChanges(house: House): () => void {
  return house.changes.subscribe(({ tenant, changes }) => {
    if (changes.some(({ entity }) => concerning.has(entity))) forgetPeople(tenant)
  })
}
