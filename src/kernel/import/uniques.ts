/** Values that may stand once: one row of a file has them, and one record of the house. */
import type { Unit } from '../action/unit.ts'
import { Refusal } from '../base/fail.ts'
import { join, name, raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import type { Field, Place } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import type { FirstRows } from './first-rows.ts'
import type { Row } from './resolve-refs.ts'

/** Field → value → id of the record that has it. */
export type Taken = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Fields by which a row can mean a record that is there already. */
export function uniqueFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => isUniqueText(entity.fields[field]))
}

export function isUniqueText(field: Field | undefined): boolean {
  return field?.unique === true && ['text', 'serial', 'email'].includes(field.kind)
}

/**
 * Brings unique values into the form they are kept in, so that ` A@B.CN ` is found as `a@b.cn`, and
 * refuses rows whose value stood in a row before. That goes by the file alone, whatever became of
 * the row before: so a check and the run, and a run that goes on later, judge alike.
 */
export function refuseTwice(
  entity: Entity,
  rows: readonly Row[],
  place: Place,
  firstRows: FirstRows,
): void {
  for (const field of uniqueFields(entity)) {
    for (const row of rows) {
      const value = readUnique(entity, row, field, place)
      if (value === null) continue
      const first = firstRows.of(`${field} ${value}`, row.row)
      if (first !== row.row)
        row.problems.push({ field, rule: 'import.twice-in-file', facts: { row: first }, value })
    }
  }
}

function readUnique(entity: Entity, row: Row, field: string, place: Place): string | null {
  const given = row.given[field]
  const declared = entity.fields[field]
  if (typeof given !== 'string' || !declared) return null
  try {
    const value = typeOf(declared).parse(given, declared, place) as string | null
    row.given[field] = value
    return value
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    row.problems.push({ field, rule: error.rule, facts: error.facts, value: given })
    return null
  }
}

/** Looks up the unique values of the rows, all in one statement. */
export async function takenBy(unit: Unit, entity: Entity, rows: readonly Row[]): Promise<Taken> {
  const asked = uniqueFields(entity).flatMap((field) => {
    const values = rows.map(({ given }) => given[field]).filter((value) => value != null)
    return values.length > 0 ? [{ field, values }] : []
  })
  const taken = new Map(asked.map(({ field }) => [field, new Map<string, string>()]))
  if (asked.length === 0) return taken
  const parts = asked.map(({ field, values }) => {
    const column = raw(`r."${columnName(field)}"`)
    return sql`select ${raw(`'${field}'`)} as field, ${column} as value, r.id
      from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and ${column} = any(${values}::text[])`
  })
  const found = await unit.tx.query<{ field: string; value: string; id: string }>(
    join(parts, ' union all '),
  )
  for (const { field, value, id } of found) taken.get(field)?.set(value, id)
  return taken
}

/** Refuses rows with a value of another record than the one they mean. */
export function refuseTaken(taken: Taken, row: Row, own: string | null): void {
  for (const [field, ids] of taken) {
    const value = row.given[field]
    const id = typeof value === 'string' ? ids.get(value) : undefined
    if (id !== undefined && id !== own)
      row.problems.push({ field, rule: 'field.not-unique', facts: {}, value: String(value) })
  }
}
