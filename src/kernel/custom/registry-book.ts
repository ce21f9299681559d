/** The house of each company, with its own fields, choices and layouts, remembered for a while. */
import { remembered } from '../base/remembered.ts'
import type { Database } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Registry } from '../registry.ts'
import {
  registryWith,
  type OwnChoices,
  type OwnDemand,
  type OwnField,
  type OwnLayout,
} from './company-registry.ts'

export interface RegistryBook {
  /** The declared registry itself where the company added nothing. */
  of(tenant: string): Promise<Registry>
  forget(tenant: string): void
}

/** Other processes see a new field after this long. */
const rememberMs = 5000

export function openRegistryBook(database: Database, registry: Registry): RegistryBook {
  const built = new Map<string, { of: string; registry: Registry }>()
  const book = remembered(rememberMs, async (tenant: string) => {
    if (!registry.entities.has('custom-field')) return registry
    const [fields, lists, demands, layouts] = await Promise.all([
      ownFields(database, tenant),
      ownChoices(database, tenant),
      ownDemands(database, tenant),
      ownLayouts(database, tenant),
    ])
    const additions = { fields, lists, demands, layouts }
    if (Object.values(additions).every((rows) => rows.length === 0)) return registry
    const known = built.get(tenant)
    const text = JSON.stringify(additions)
    if (known?.of === text) return known.registry
    const made = { of: text, registry: registryWith(registry, additions) }
    built.set(tenant, made)
    return made.registry
  })
  return { of: book.get, forget: book.forget }
}

function ownFields(database: Database, tenant: string): Promise<OwnField[]> {
  return database.read<OwnField>(
    tenant,
    sql`select c.entity, c.name, c.label, c.kind, c.target, c.places, c.help, c.section,
        c.required, c.listed,
        coalesce((select jsonb_agg(jsonb_build_object('value', o.value, 'label', o.label)
            order by o.position) from custom_option o
          where o.tenant = c.tenant and o.parent = c.id), '[]') as options
      from custom_field c
      where c.tenant = ${tenant} and c.deleted_at is null
      order by c.created_at, c.id`,
  )
}

function ownChoices(database: Database, tenant: string): Promise<OwnChoices[]> {
  return database.read<OwnChoices>(
    tenant,
    sql`select c.entity, c.field,
        coalesce((select jsonb_agg(jsonb_build_object('value', o.value, 'label', o.label,
            'hidden', o.hidden) order by o.position) from listed_choice o
          where o.tenant = c.tenant and o.parent = c.id), '[]') as options
      from choice_list c
      where c.tenant = ${tenant} and c.deleted_at is null
      order by c.entity, c.field`,
  )
}

function ownDemands(database: Database, tenant: string): Promise<OwnDemand[]> {
  return database.read<OwnDemand>(
    tenant,
    sql`select r.entity, r.field from required_field r
      where r.tenant = ${tenant} and r.required and r.deleted_at is null
      order by r.entity, r.field`,
  )
}

function ownLayouts(database: Database, tenant: string): Promise<OwnLayout[]> {
  return database.read<OwnLayout>(
    tenant,
    sql`select p.id, p.name, p.entity, p.roles
      from print_layout p
      where p.tenant = ${tenant} and p.deleted_at is null
      order by p.name, p.id`,
  )
}
