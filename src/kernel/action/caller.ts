/** Who asks for a write, and by which way. */
import type { Person } from '../access/person.ts'
import type { House } from '../house.ts'
import type { Sight } from '../access/scope.ts'
import { today } from '../time/date.ts'
import type { Reader } from './ctx.ts'

export interface Caller {
  tenant: string
  person: Person
  via: 'web' | 'api' | 'job' | 'import' | 'setup'
  requestId?: string
}

/** The reader of a caller: person, company's day, currency and country. */
export async function readerOf(house: House, caller: Caller, now = house.now()): Promise<Reader> {
  const company = await house.companies.of(caller.tenant)
  return {
    tenant: caller.tenant,
    person: caller.person,
    me: caller.person.id,
    now,
    today: today(now, company.timeZone),
    timeZone: company.timeZone,
    country: company.country,
    currency: company.currency,
  }
}

/** What the permission compiler needs to know of a caller. */
export async function sightOf(house: House, caller: Caller, now = house.now()): Promise<Sight> {
  const [reader, grants, registry] = await Promise.all([
    readerOf(house, caller, now),
    house.grants.of(caller.tenant),
    house.registries.of(caller.tenant),
  ])
  return { registry, grants, reader }
}
