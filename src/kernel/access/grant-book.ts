/** Who may do what: the declared rights of each role, with the changes administrators made. */
import { remembered } from '../base/remembered.ts'
import type { RegistryBook } from '../custom/registry-book.ts'
import type { Database } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Grant, Scope } from '../entity/entity.ts'
import type { Registry } from '../registry.ts'
import { flawOf } from '../action/check-filters.ts'
import { administrator, program, type Person } from './person.ts'

/** 'read', 'create', …; 'do:confirm' for an action, 'report' for reports (entity = report name). */
export type Right = string

export interface GrantBook {
  /** Scopes the person's roles give for a right: empty = none. */
  scopes(tenant: string, person: Person, entity: string, right: Right): Promise<Scope[]>
  /** All rights at once, for the described house. */
  of(tenant: string): Promise<TenantGrants>
  forget(tenant: string): void
}

export interface TenantGrants {
  scopes(person: Person, entity: string, right: Right): Scope[]
}

interface GrantRow {
  role: string
  entity: string
  right: string
  allowed: boolean
  scope: Scope | null
}

type Declared = Map<string, Grant>

const rememberMs = 5000

export function openGrantBook(
  database: Database,
  registry: Registry,
  registries: RegistryBook,
): GrantBook {
  const declared = declaredGrants(registry)
  const book = remembered(rememberMs, async (tenant: string) => {
    const own = await registries.of(tenant)
    const rows = await database.read<GrantRow>(
      tenant,
      sql`select r.key as role, g.entity, g.right, g.allowed, g.scope from "grant" g
        join role r on r.tenant = g.tenant and r.id = g.role
        where g.tenant = ${tenant} and g.deleted_at is null and r.deleted_at is null`,
    )
    return tenantGrants(
      declared,
      rows.map((row) => readable(own, row)),
    )
  })
  return {
    scopes: async (tenant, person, entity, right) =>
      (await book.get(tenant)).scopes(person, entity, right),
    of: book.get,
    forget: book.forget,
  }
}

/** Every right a module declares, keyed by 'entity right'. */
export function declaredGrants(registry: Registry): Declared {
  const declared: Declared = new Map()
  for (const entity of registry.entities.values()) {
    const { inherit: _, onRecord: __, joins: ___, ...rights } = entity.access
    for (const [right, grant] of Object.entries(rights))
      declared.set(`${entity.name} ${right}`, grant)
  }
  for (const [entity, actions] of registry.actions) {
    for (const action of actions.values()) declared.set(`${entity} do:${action.name}`, action.allow)
  }
  for (const report of registry.reports.values())
    declared.set(`${report.name} report`, report.allow)
  return declared
}

/** A scope that its entity cannot be asked (a field may have gone since) reaches nothing. */
function readable(registry: Registry, row: GrantRow): GrantRow {
  if (row.scope === 'all' || !flawOf(registry, row.entity, row.scope, program)) return row
  return { ...row, allowed: false }
}

function tenantGrants(declared: Declared, rows: GrantRow[]): TenantGrants {
  const changed = new Map<string, GrantRow>()
  for (const row of rows) changed.set(`${row.role} ${row.entity} ${row.right}`, row)
  return {
    scopes(person, entity, right) {
      if (!keyCovers(person, entity, right)) return []
      if (person.isLeaving && right === 'export') return []
      if (isMadeByActionsAlone(declared, entity, right) && person.id !== null) return []
      if (person.roles.includes(administrator)) return ['all']
      const grant = declared.get(`${entity} ${right}`)
      const found: Scope[] = []
      for (const role of [...person.roles, 'everyone']) {
        const change = changed.get(`${role} ${entity} ${right}`)
        if (change) {
          if (change.allowed) found.push(change.scope ?? 'all')
        } else {
          const scope = grant ? grantScope(grant, role) : null
          if (scope !== null) found.push(scope)
        }
      }
      return found.includes('all') ? ['all'] : found
    },
  }
}

/** Where nobody is named who creates, records come into being by actions alone. */
function isMadeByActionsAlone(declared: Declared, entity: string, right: Right): boolean {
  return right === 'create' && declared.has(`${entity} read`) && !declared.has(`${entity} create`)
}

export function grantScope(grant: Grant, role: string): Scope | null {
  if (Array.isArray(grant)) return (grant as readonly string[]).includes(role) ? 'all' : null
  return (grant as Readonly<Record<string, Scope>>)[role] ?? null
}

/** An API key does no more than its scopes name: '*', 'order:*', '*:read', 'order:read'. */
export function keyCovers(person: Person, entity: string, right: Right): boolean {
  if (person.scopes === null) return true
  const wanted = new Set(['*', `${entity}:*`, `*:${right}`, `${entity}:${right}`])
  return person.scopes.some((scope) => wanted.has(scope))
}
