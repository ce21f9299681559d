/** Makes whole records of what was given: initial values, lines, numbers, and what is computed. */
import { newId } from '../db/new-id.ts'
import { lineFields, type Entity } from '../entity/entity.ts'
import { initialValue, type Values } from '../entity/parse-draft.ts'
import { nextNumbers, passNumbers, seriesOf } from '../numbering/next-number.ts'
import type { StoredRow, Unit } from './unit.ts'

/** Records as they will stand; numbers are taken last, because others wait for the counter. */
export async function completed(
  unit: Unit,
  entity: Entity,
  drafts: Values[],
): Promise<StoredRow[]> {
  const rows = drafts.map((draft) => begun(unit, entity, draft))
  for (const [field, declared] of Object.entries(entity.fields))
    if (declared.kind === 'serial') await giveNumbers(unit, entity, field, rows)
  for (const row of rows) Object.assign(row, derived(unit, entity, row))
  return rows
}

function begun(unit: Unit, entity: Entity, draft: Values): StoredRow {
  const { reader } = unit.sight
  const id = (draft.id as string | undefined) ?? newId(reader.now.getTime())
  const stamp = reader.now.toISOString()
  const row: StoredRow = {
    id,
    version: 1,
    deletedAt: null,
    createdAt: stamp,
    createdBy: reader.me,
    updatedAt: stamp,
    updatedBy: reader.me,
  }
  for (const [field, declared] of Object.entries(entity.fields)) {
    const given = draft[field]
    row[field] = given === undefined ? initialValue(declared, reader) : given
  }
  // Lines of a new record are its own, whatever ids they came with.
  for (const [field, lines] of lineFields(entity)) {
    const given = ((row[field] ?? []) as Values[]).map((line) => ({ ...line, id: undefined }))
    row[field] = numbered(lines, given, reader)
  }
  return row
}

/** One statement for all records of one day; a number that was given stays, and is passed. */
async function giveNumbers(
  unit: Unit,
  entity: Entity,
  field: string,
  rows: StoredRow[],
): Promise<void> {
  const { today } = unit.sight.reader
  const { pattern = '{0}', gaps = false } = entity.fields[field] ?? {}
  const series = { name: seriesOf(entity, field), pattern, gaps }
  const given = rows.flatMap((row) => (row[field] === null ? [] : [String(row[field])]))
  if (given.length > 0) passNumbers(unit, series, given)
  const waiting = rows.filter((row) => row[field] === null)
  const byDay = Map.groupBy(waiting, (row) => dateOfDocument(entity, row, today))
  for (const on of [...byDay.keys()].sort()) {
    const own = byDay.get(on) ?? []
    const numbers = await nextNumbers(unit, series, on, own.length)
    for (const [index, row] of own.entries()) row[field] = numbers[index]
  }
}

/** What the module computes of the record as it will stand. */
export function derived(unit: Unit, entity: Entity, row: Values): Values {
  const derive = unit.house.registry.derivations.get(entity.name)
  return derive ? derive(row, unit.sight.reader) : {}
}

/** Series by year or month follow the document's own date where it has one. */
function dateOfDocument(entity: Entity, draft: Values, today: string): string {
  const field = Object.keys(entity.fields).find(
    (key) => entity.fields[key]?.kind === 'date' && entity.fields[key].default === 'today',
  )
  const on = field ? draft[field] : null
  return typeof on === 'string' ? on : today
}

export function numbered(lines: Entity, given: unknown, reader: Unit['sight']['reader']): Values[] {
  return ((given ?? []) as Values[]).map((line, index) => {
    const whole: Values = { id: line.id ?? newId(), position: index + 1 }
    for (const [field, declared] of Object.entries(lines.fields)) {
      whole[field] = line[field] ?? initialValue(declared, reader)
    }
    return whole
  })
}
