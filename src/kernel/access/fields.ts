/** Which fields a person sees and may change: one cut for screens, exports, API and reports. */
import type { Field, Fields } from '../field/field.ts'
import { administrator, type Person } from './person.ts'

/** Changes to the declared sight and change of fields: 'see customer.phone' → role → given. */
export type FieldRights = ReadonlyMap<string, Readonly<Record<string, boolean>>>

/**
 * A role sees what it was given, else what is declared; whoever has several sees with any. What is
 * secret nobody sees.
 */
export function seesField(field: Field, person: Person): boolean {
  if (field.secret) return false
  return holds('see', field, field.seenBy, person)
}

export function mayChangeField(field: Field, person: Person): boolean {
  if (field.computed || !seesField(field, person)) return false
  return holds('change', field, field.changedBy, person)
}

/** @param declared roles that have it; absent = whoever may do so with the record */
function holds(
  verb: 'see' | 'change',
  { home }: Field,
  declared: readonly string[] | undefined,
  { roles, fieldRights }: Person,
): boolean {
  if (roles.includes(administrator)) return true
  const given = home === undefined ? undefined : fieldRights.get(`${verb} ${home}`)
  if (roles.length === 0) return isDeclared(declared, 'everyone')
  return roles.some((role) => given?.[role] ?? isDeclared(declared, role))
}

function isDeclared(roles: readonly string[] | undefined, role: string): boolean {
  return roles === undefined || roles.includes(role) || roles.includes('everyone')
}

export function visibleFields(fields: Record<string, Field>, person: Person): string[] {
  return Object.keys(fields).filter((name) => {
    const field = fields[name]
    return field !== undefined && seesField(field, person)
  })
}

/** The fields that a person sees, of an entity, an action or a report. */
export function seenFields(fields: Fields, person: Person): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => seesField(field, person)))
}

/** A row as this person may see it, its lines too. */
export function cutRow<R extends Record<string, unknown>>(
  fields: Fields,
  row: R,
  person: Person,
): R {
  const seen = Object.entries(row).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field && !seesField(field, person)) return []
    const lines = field?.of && Array.isArray(value) ? field.of.fields : null
    return [[name, lines ? (value as R[]).map((line) => cutRow(lines, line, person)) : value]]
  })
  return Object.fromEntries(seen) as R
}
