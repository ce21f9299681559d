/** A file that a record names belongs to that record from then on, and is seen with it. */
import type { Unit } from '../action/unit.ts'
import { sql } from '../db/sql.ts'
import { lineFields, type Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'

/** Files that belong to another record already stay there. */
export function attachFiles(unit: Unit, entity: Entity, id: string, values: Values): void {
  const files = filesIn(entity, values)
  if (files.length === 0) return
  const { tenant } = unit.sight.reader
  unit.tx.send(
    sql`update file set entity = ${entity.name}, record = ${id}::uuid, version = version + 1
      where tenant = ${tenant} and id = any(${files}::uuid[]) and record is null`,
  )
}

/** Ids of the files that the values name, in the record itself and in its lines. */
function filesIn(entity: Entity, values: Values): string[] {
  const own = fileFields(entity).flatMap((field) => values[field] ?? []) as string[]
  const below = lineFields(entity).flatMap(([field, lines]) =>
    ((values[field] ?? []) as Values[]).flatMap((line) => filesIn(lines, line)),
  )
  return [...own, ...below]
}

const known = new WeakMap<Entity, string[]>()

/** Names of the fields that hold a file or a picture. */
export function fileFields(entity: Entity): string[] {
  const fields =
    known.get(entity) ?? Object.keys(entity.fields).filter((field) => holdsFile(entity, field))
  known.set(entity, fields)
  return fields
}

function holdsFile(entity: Entity, field: string): boolean {
  const kind = entity.fields[field]?.kind
  return kind === 'file' || kind === 'picture'
}
