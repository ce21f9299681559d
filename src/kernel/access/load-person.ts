/** Reads a person with roles, reporting line, department and shares. */
import type { Database } from '../db/database.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { Locale } from '../http/wire.ts'
import type { FieldRights } from './fields.ts'
import type { Person } from './person.ts'

interface FieldRight {
  role: string
  entity: string
  right: string
  allowed: boolean
}

interface PersonRow {
  name: string
  roles: string[] | null
  department: string | null
  locale: Locale | null
  team: string[]
  colleagues: string[]
  shared: string[]
  field_rights: FieldRight[] | null
  active: boolean
  leaving: boolean
}

/** @returns null for a user that is not there, deleted, or may no longer sign in */
export function personOf(
  database: Database,
  tenant: string,
  id: string,
  today: string,
): Promise<Person | null> {
  return personBy((query) => database.read(tenant, query), tenant, id, today)
}

/** Nobody has this id: no record is hers, nobody reports to her. */
const newcomer = '00000000-0000-7000-8000-000000000000'

/** Somebody new who has this role and nothing else. */
export async function personInRole(
  database: Database,
  tenant: string,
  { name, key }: { name: string; key: string },
): Promise<Person> {
  const rights = await database.read<FieldRight>(
    tenant,
    sql`select r.key as role, g.entity, g.right, g.allowed and g.scope is null as allowed
      from "grant" g join role r on r.tenant = g.tenant and r.id = g.role
      where g.tenant = ${tenant} and g.deleted_at is null and r.deleted_at is null
        and r.key = ${key} and g.right ~ '^(see|change):'`,
  )
  return {
    id: newcomer,
    name,
    roles: [key],
    team: [newcomer],
    department: null,
    colleagues: [],
    locale: 'zh-Hant',
    shared: [],
    fieldRights: fieldRightsOf(rights),
    isLeaving: false,
    scopes: null,
  }
}

/** @param ask sends the statement, inside a transaction or not */
export async function personBy(
  ask: <R>(query: Sql) => Promise<R[]>,
  tenant: string,
  id: string,
  today: string,
): Promise<Person | null> {
  const [row] = await ask<PersonRow>(personSql(tenant, id, today))
  if (!row?.active) return null
  return {
    id,
    name: row.name,
    roles: row.roles ?? [],
    team: row.team,
    department: row.department,
    colleagues: row.colleagues,
    locale: row.locale ?? 'zh-Hant',
    shared: row.shared,
    fieldRights: fieldRightsOf(row.field_rights ?? []),
    isLeaving: row.leaving,
    scopes: null,
  }
}

function personSql(tenant: string, id: string, today: string): Sql {
  return sql`with recursive below(id) as (
        select u.id from "user" u where u.tenant = ${tenant} and u.id = ${id}::uuid
        union
        select u.id from "user" u join below b on u.reports_to = b.id where u.tenant = ${tenant})
      select u.name, u.roles, u.department, u.locale, u.active, u.leaves_on is not null as leaving,
        (select array_agg(b.id) from below b) as team,
        array(select c.id from "user" c
          where c.tenant = ${tenant} and c.department = u.department) as colleagues,
        array(select distinct s.entity from share s
          where s.tenant = ${tenant} and s.deleted_at is null
          and (s.person = u.id or s.department = u.department)
          and (s.until_on is null or s.until_on >= ${today}::date)) as shared,
        (select json_agg(json_build_object('role', r.key, 'entity', g.entity, 'right', g.right,
            'allowed', g.allowed and g.scope is null))
          from "grant" g join role r on r.tenant = g.tenant and r.id = g.role
          where g.tenant = ${tenant} and g.deleted_at is null and r.deleted_at is null
          and r.key = any(u.roles) and g.right ~ '^(see|change):') as field_rights
      from "user" u where u.tenant = ${tenant} and u.id = ${id}::uuid and u.deleted_at is null`
}

/** Kept as rights 'see:phone' and 'change:phone' of an entity. */
function fieldRightsOf(rows: readonly FieldRight[]): FieldRights {
  const rights = new Map<string, Record<string, boolean>>()
  for (const { role, entity, right, allowed } of rows) {
    const [verb = '', field = ''] = right.split(':')
    const key = `${verb} ${entity}.${field}`
    rights.set(key, { ...rights.get(key), [role]: allowed })
  }
  return rights
}
