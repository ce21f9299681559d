/** Rows that refer to rows of the same file: a category within another, a person's superior. */
import type { Entity } from '../entity/entity.ts'
import type { FirstRows } from './first-rows.ts'
import { keyOf, namesIn, namingFields, references, type Row } from './resolve-refs.ts'

/**
 * The rows to be written next: those that name no other row which waits. In a circle nobody can be
 * first, so then all are.
 */
export function nextRows(entity: Entity, waiting: readonly Row[]): readonly Row[] {
  const fields = ownReferences(entity)
  if (fields.length === 0) return waiting
  const byName = new Map(waiting.flatMap((row) => namesOf(entity, row).map((key) => [key, row])))
  const ready = waiting.filter((row) =>
    fields.every((field) =>
      namesIn(row, field).every((text) => [undefined, row].includes(byName.get(keyOf(text)))),
    ),
  )
  return ready.length > 0 ? ready : waiting
}

/** Remembers what a trial run would have added, for the rows behind. */
export function noteAdded(entity: Entity, rows: readonly Row[], added: FirstRows): void {
  if (ownReferences(entity).length === 0) return
  for (const row of rows) for (const name of namesOf(entity, row)) added.of(name, row.row)
}

function ownReferences(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => {
    const declared = entity.fields[field]
    return declared?.target === entity.name && references.has(declared.kind)
  })
}

/** By which the row can be named. */
function namesOf(entity: Entity, row: Row): string[] {
  if (row.problems.length > 0) return []
  return namingFields(entity).flatMap((field) => {
    const value = row.given[field]
    return typeof value === 'string' ? [keyOf(value)] : []
  })
}
