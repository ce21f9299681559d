/** Names, numbers and codes in a file → the records they mean; missing ones may be made. */
import { rowScope } from '../access/scope.ts'
import { createRecords } from '../action/record-writes.ts'
import { heldKey, type Unit } from '../action/unit.ts'
import { Refusal, type FieldProblem } from '../base/fail.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { parseDraft, type Values } from '../entity/parse-draft.ts'
import { isId } from '../field/check.ts'
import { titleSql } from '../query/select.ts'
import { entityOf } from '../registry.ts'
import type { Given } from './convert-row.ts'
import type { FirstRows } from './first-rows.ts'
import { isUniqueText } from './uniques.ts'

export interface Row {
  row: number
  cells: string[]
  given: Given
  problems: (FieldProblem & { value?: string })[]
  /** What may be there already, of a row that is taken all the same. */
  likely?: FieldProblem & { value?: string }
}

/** What a name means: the id of a record, or that there are several. */
type Meant = Map<string, string>

const several = 'several'

interface Known {
  asWritten: Meant
  /** Whatever the case and the spaces. */
  loosely: Meant
}

export const references: ReadonlySet<string> = new Set(['ref', 'refs', 'person'])

/**
 * Looks up the references of many rows, all names of one field at once.
 * @param added names of records of this entity that a trial run would have added before
 */
export async function resolveRefs(
  unit: Unit,
  entity: Entity,
  rows: readonly Row[],
  createMissing: boolean,
  added: FirstRows,
): Promise<void> {
  for (const [field, { kind, target: to }] of Object.entries(entity.fields)) {
    if (!references.has(kind) || to === undefined) continue
    const texts = new Set(rows.flatMap((row) => namesIn(row, field)))
    if (texts.size === 0) continue
    const target = entityOf(unit.house.registry, to)
    const known = await lookUp(unit, target, [...texts])
    if (createMissing) await makeMissing(unit, target, [...texts], known)
    const wouldBe = (text: string) => target.name === entity.name && added.has(keyOf(text))
    for (const row of rows) putIds(row, field, target, known, wouldBe)
  }
}

/** The texts of a reference that still must be looked up. */
export function namesIn(row: Row, field: string): string[] {
  return [row.given[field]].flat().filter((value) => typeof value === 'string' && !isId(value))
}

function putIds(
  row: Row,
  field: string,
  target: Entity,
  known: Known,
  wouldBe: (text: string) => boolean,
): void {
  const names = namesIn(row, field)
  if (names.length === 0) return
  const given = row.given[field]
  const idOf = (text: string) => meant(known, text) ?? text
  row.given[field] = Array.isArray(given) ? given.map(idOf) : idOf(String(given))
  for (const text of names) {
    const id = meant(known, text)
    if (id !== undefined && id !== several) continue
    delete row.given[field]
    if (id === undefined && wouldBe(text)) continue
    const rule = id ? 'import.several-records' : 'import.no-such-record'
    row.problems.push({ field, rule, facts: { text, entity: target.label.one }, value: text })
  }
}

function meant({ asWritten, loosely }: Known, text: string): string | undefined {
  return asWritten.get(text) ?? loosely.get(keyOf(text))
}

/** Names that differ only in their case or spaces are one. */
export function keyOf(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase()
}

/** The title and any unique text. */
export function namingFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => {
    const declared = entity.fields[field]
    return isUniqueText(declared) || (field === entity.title && declared?.kind === 'text')
  })
}

/**
 * By title or any unique text: as it is written, which an index answers; the others whatever the
 * case. Only what the person may see.
 */
async function lookUp(unit: Unit, target: Entity, texts: string[]): Promise<Known> {
  const fields = namingFields(target)
  const asWritten = await ask(unit, target, fields, texts, (column) => column)
  const others = texts.filter((text) => !asWritten.has(text)).map(keyOf)
  const found = await ask(unit, target, fields, others, (column) => `lower(${column})`)
  const loosely: Meant = new Map()
  for (const [text, id] of found) add(loosely, keyOf(text), id)
  return { asWritten, loosely }
}

/** @returns text as it is kept → what it means */
async function ask(
  unit: Unit,
  target: Entity,
  fields: readonly string[],
  texts: readonly string[],
  form: (column: string) => string,
): Promise<Meant> {
  const known: Meant = new Map()
  if (texts.length === 0 || fields.length === 0) return known
  const ways = fields.map((field) => wayTo(unit, target, field, texts, form))
  const found = await unit.tx.query<{ id: string; text: string; title: string | null }>(
    join(ways, ' union '),
  )
  for (const { id, text, title } of found) {
    unit.titles.set(heldKey(target, id), title ?? '')
    add(known, text, id)
  }
  return known
}

function add(meanings: Meant, text: string, id: string): void {
  const other = meanings.get(text)
  meanings.set(text, other !== undefined && other !== id ? several : id)
}

function wayTo(
  unit: Unit,
  target: Entity,
  field: string,
  texts: readonly string[],
  form: (column: string) => string,
): Sql {
  const column = `r."${columnName(field)}"`
  const title = titleSql(unit.house.registry, target, 'r')
  return sql`select r.id, ${raw(column)} as text, ${raw(title)} as title
    from ${name(target.table)} r
    where r.tenant = ${unit.sight.reader.tenant} and ${raw(form(column))} = any(${texts}::text[])
      and r.deleted_at is null and ${rowScope(unit.sight, target, 'read', 'r')}`
}

/** Records with a name and nothing else; where that is not enough, the row says what is missing. */
async function makeMissing(
  unit: Unit,
  target: Entity,
  texts: readonly string[],
  known: Known,
): Promise<void> {
  const { person } = unit.caller
  if (target.managed || unit.sight.grants.scopes(person, target.name, 'create').length === 0) return
  const missing = new Map<string, Values>()
  for (const text of texts) {
    const draft = meant(known, text) ? null : draftOf(unit, target, text)
    if (draft && !missing.has(keyOf(text))) missing.set(keyOf(text), draft)
  }
  const made = await createRecords(unit, target, [...missing.values()], 'import')
  for (const [index, key] of [...missing.keys()].entries()) {
    const row = made[index]
    if (row) known.loosely.set(key, row.id)
  }
}

function draftOf(unit: Unit, target: Entity, text: string): Values | null {
  const wish = { person: unit.caller.person, place: unit.sight.reader, partial: false }
  try {
    return parseDraft(target, { [target.title]: text }, wish)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return null
  }
}
