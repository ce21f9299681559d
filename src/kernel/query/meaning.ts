/** What the words of a filter mean, for SQL and for a loaded row alike. */
import type { Person } from '../access/person.ts'
import type { Reader } from '../action/ctx.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { addDays, isDate } from '../time/date.ts'
import { startOfDay } from '../time/instant.ts'
import { rangeOn } from './range.ts'
import type { Scalar } from './where.ts'

/** For whom, and on which day, a filter is asked. */
export type Beholder = Pick<Reader, 'person' | 'today' | 'timeZone'>

const pointer: Field = { kind: 'ref', required: true }

/** The field a filter names; beside the declared ones a record's id and a line's document. */
export function askedField(entity: Entity, key: string): Field | undefined {
  if (key === 'id' || (key === 'parent' && entity.isLine)) return pointer
  return fieldNamed(entity, key)
}

export function isList(field: Field): boolean {
  return typeOf(field).column?.endsWith('[]') ?? false
}

/** Names of people become their ids where a field holds ids; elsewhere they are plain words. */
export function meant(field: Field, values: readonly Scalar[], person: Person): Scalar[] {
  if (field.kind === 'tags' && values.includes('my-roles')) {
    return values.flatMap((value) => (value === 'my-roles' ? [...person.roles, 'everyone'] : value))
  }
  if (!typeOf(field).column?.startsWith('uuid')) return [...values]
  return values.flatMap((value): readonly Scalar[] => {
    if (value === 'me') return person.id ? [person.id] : []
    if (value === 'my-team') return person.team
    if (value !== 'my-department') return [value]
    if (field.target !== 'department') return person.colleagues
    return person.department ? [person.department] : []
  })
}

/** A stretch of time: `from` belongs to it, `below` does not. */
export interface Span {
  from: string
  below: string
}

const lastDay = '9999-12-31'
const lastInstant = '9999-12-31T23:59:59.999Z'

/** A day is a day of the company; a moment lasts a thousandth of a second, as it is shown. */
export function spanOf(limit: string, timeZone: string): Span {
  if (isDate(limit)) return spanOfDays(limit, limit, timeZone)
  const at = new Date(limit)
  const next = new Date(at.getTime() + 1).toISOString()
  return { from: at.toISOString(), below: next.startsWith('+') ? lastInstant : next }
}

/** The days of a named range; for instants from midnight to midnight where the company is. */
export function spanOfRange(name: string, { today, timeZone }: Beholder): Span {
  const { from, until } = daysOf(name, today)
  return spanOfDays(from, until, timeZone)
}

/** @throws {Error} for a name that is none: input is checked by parse-where.ts before */
export function daysOf(name: string, today: string): { from: string; until: string } {
  const range = rangeOn(name, today)
  if (!range) throw new Error(`No such range of days: ${name}`)
  return range
}

function spanOfDays(from: string, until: string, timeZone: string): Span {
  const below = until === lastDay ? lastInstant : startOfDay(addDays(until, 1), timeZone)
  return { from: startOfDay(from, timeZone), below }
}
