/** Which fields a person sees and may change: one cut for screens, exports, API and reports. */
import type { Field, Fields } from '../field/field.ts'
import { administrator, type Person } from './person.ts'

/** Hidden when every role the person has is named in `hideFrom`. */
export function seesField(field: Field, person: Person): boolean {
  return !cutFor(field.hideFrom, person)
}

export function mayChangeField(field: Field, person: Person): boolean {
  return !field.computed && seesField(field, person) && !cutFor(field.readOnlyFor, person)
}

export function visibleFields(fields: Record<string, Field>, person: Person): string[] {
  return Object.keys(fields).filter((name) => {
    const field = fields[name]
    return field !== undefined && seesField(field, person)
  })
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

function cutFor(roles: readonly string[] | undefined, person: Person): boolean {
  if (!roles || person.roles.includes(administrator)) return false
  return person.roles.every((role) => roles.includes(role))
}
