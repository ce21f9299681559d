/** What the house remembers of each company: its settings, its rights, its own fields. */
import { openGrantBook } from './access/grant-book.ts'
import { openCompanyBook } from './company.ts'
import { openRegistryBook } from './custom/registry-book.ts'
import type { Database } from './db/database.ts'
import type { House } from './house.ts'
import type { Registry } from './registry.ts'

export type Remembrance = Pick<House, 'companies' | 'grants' | 'registries'>

export function openRemembrance(database: Database, registry: Registry): Remembrance {
  const registries = openRegistryBook(database, registry)
  const grants = openGrantBook(database, registry, registries)
  return { companies: openCompanyBook(database), grants, registries }
}

/** What shapes a company's records, and who sees them: a right may go by an own field. */
const shaping = ['custom-field', 'choice-list', 'required-field', 'print-layout']
const ruling = [...shaping, 'grant', 'role']

/** What is remembered is forgotten when it changes. */
export function forgetChanged(house: House): void {
  house.changes.subscribe(({ tenant, changes }) => {
    const touched = new Set(changes.map(({ entity }) => entity))
    if (shaping.some((entity) => touched.has(entity))) house.registries.forget(tenant)
    if (ruling.some((entity) => touched.has(entity))) house.grants.forget(tenant)
  })
}
