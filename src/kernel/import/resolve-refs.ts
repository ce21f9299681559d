/** Names, numbers and codes in a file → the records they mean; missing ones may be made. */
import { rowScope } from '../access/scope.ts'
import { createRecords } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import { Refusal, type FieldProblem } from '../base/fail.ts'
import { join, name, raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { parseDraft } from '../entity/parse-draft.ts'
import type { Field } from '../field/field.ts'
import { isId } from '../field/check.ts'
import { entityOf } from '../registry.ts'
import type { Given } from './convert-row.ts'

export interface Row {
  row: number
  cells: string[]
  given: Given
  problems: (FieldProblem & { value?: string })[]
}

/** Looks up all references of one field over many rows in one statement. */
export async function resolveRefs(
  unit: Unit,
  rows: Row[],
  fieldName: string,
  field: Field,
  createMissing: boolean,
): Promise<void> {
  const target = entityOf(unit.house.registry, field.target ?? '')
  const texts = new Set(rows.map((row) => nameIn(row, fieldName)).filter((text) => text !== null))
  if (texts.size === 0) return
  const known = await lookUp(unit, target, [...texts])
  if (createMissing)
    await makeMissing(
      unit,
      target,
      [...texts].filter((text) => !known.has(text.toLowerCase())),
      known,
    )
  for (const row of rows) {
    const text = nameIn(row, fieldName)
    if (text === null) continue
    const id = known.get(text.toLowerCase())
    if (id && id !== 'several') row.given[fieldName] = id
    else {
      const rule = id ? 'import.several-records' : 'import.no-such-record'
      row.problems.push({
        field: fieldName,
        rule,
        facts: { text, entity: target.label.one },
        value: text,
      })
      delete row.given[fieldName]
    }
  }
}

/** The text of a reference that still must be looked up. */
function nameIn(row: Row, fieldName: string): string | null {
  const value: unknown = row.given[fieldName]
  return typeof value === 'string' && !isId(value) ? value : null
}

/** By title or any unique text, whatever the case; only what the person may see. */
async function lookUp(unit: Unit, target: Entity, texts: string[]): Promise<Map<string, string>> {
  const lower = texts.map((text) => text.toLowerCase())
  const fields = Object.keys(target.fields).filter((field) => {
    const declared = target.fields[field]
    const isText = ['text', 'serial', 'email'].includes(declared?.kind ?? '')
    return isText && (declared?.unique || field === target.title)
  })
  const ways = fields.map((field) => {
    const column = raw(`r."${columnName(field)}"`)
    return sql`select r.id, lower(${column}) as text from ${name(target.table)} r
      where r.tenant = ${unit.sight.reader.tenant}
        and (${column} = any(${texts}::text[]) or lower(${column}) = any(${lower}::text[]))
        and r.deleted_at is null and ${rowScope(unit.sight, target, 'read', 'r')}`
  })
  if (ways.length === 0) return new Map()
  const found = await unit.tx.query<{ id: string; text: string }>(join(ways, ' union '))
  const known = new Map<string, string>()
  for (const { id, text } of found)
    known.set(text, known.has(text) && known.get(text) !== id ? 'several' : id)
  return known
}

async function makeMissing(
  unit: Unit,
  target: Entity,
  texts: string[],
  known: Map<string, string>,
): Promise<void> {
  const { person } = unit.caller
  if (target.managed || unit.sight.grants.scopes(person, target.name, 'create').length === 0) return
  for (const text of texts) {
    try {
      const draft = parseDraft(
        target,
        { [target.title]: text },
        { person, place: unit.sight.reader, partial: false },
      )
      const [row] = await createRecords(unit, target, [draft], 'import')
      if (row) known.set(text.toLowerCase(), row.id)
    } catch (error) {
      // It needs more than a name: the row says that the record is missing.
      if (!(error instanceof Refusal)) throw error
    }
  }
}
