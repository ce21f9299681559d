/** Adds, changes and removes records in a unit of work: version, audit, search words, listeners. */
import { mayChangeField } from '../access/fields.ts'
import type { Person } from '../access/person.ts'
import { fail } from '../base/fail.ts'
import { changesBetween } from '../audit/flush.ts'
import { name, sql } from '../db/sql.ts'
import {
  insertLinesSql,
  insertManySql,
  insertSql,
  updateSql,
  upsertLinesSql,
  type Stamp,
} from '../entity/columns.ts'
import { lineFields, stateField, type Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { attachFiles } from '../files/attach-files.ts'
import { peopleFields } from '../search/owner-words.ts'
import { noteReowned, noteRetitled } from '../search/retitled.ts'
import { completed, derived, numbered } from './complete-record.ts'
import { tell } from './tell.ts'
import { hold } from './hold.ts'
import { heldKey, ownEntity, type StoredRow, type Unit } from './unit.ts'

export function stampOf(unit: Unit): Stamp {
  const { tenant, now, me } = unit.sight.reader
  return { tenant, now, me }
}

/** Adds a record; fields not given get their initial value, the number comes from its series. */
export async function createRecord(
  unit: Unit,
  declared: Entity,
  draft: Values,
  action = 'create',
): Promise<StoredRow> {
  const entity = ownEntity(unit, declared)
  const [row] = await completed(unit, entity, [draft])
  if (!row) throw new Error('A record was lost')
  unit.tx.send(insertSql(entity, row.id, row, stampOf(unit)))
  sendLines(unit, entity, row, row.id)
  written(unit, entity, row, action, null, auditable(entity, row))
  await tell(unit, `${entity.name}.create`, { id: row.id, row })
  return row
}

/** Adds many records in one statement. Lines are not for this way. */
export async function createRecords(
  unit: Unit,
  declared: Entity,
  drafts: Values[],
  action = 'create',
): Promise<StoredRow[]> {
  const entity = ownEntity(unit, declared)
  const rows = await completed(unit, entity, drafts)
  if (rows.length === 0) return rows
  unit.tx.send(insertManySql(entity, rows, stampOf(unit)))
  for (const row of rows) {
    sendLines(unit, entity, row, row.id)
    written(unit, entity, row, action, null, auditable(entity, row))
    await tell(unit, `${entity.name}.create`, { id: row.id, row })
  }
  return rows
}

function sendLines(unit: Unit, entity: Entity, row: Values, parent: string): void {
  for (const [field, lines] of lineFields(entity)) {
    const rows = (row[field] ?? []) as Values[]
    if (rows.length > 0) unit.tx.send(insertLinesSql(lines, parent, rows, unit.sight.reader.tenant))
  }
}

/**
 * Changes fields of a record the unit holds (it is locked first when it does not).
 * @throws {Error} for a state field: states change by actions alone
 */
export async function saveRecord(
  unit: Unit,
  declared: Entity,
  id: string,
  patch: Values,
  action = 'update',
  reason: string | null = null,
): Promise<StoredRow> {
  const entity = ownEntity(unit, declared)
  const before = await hold(unit, entity, id)
  const state = stateField(entity)
  if (state && state in patch && patch[state] !== before[state] && action === 'update') {
    throw new Error(`${entity.name}.${state} changes by actions alone`)
  }
  const given = ownLines(entity, before, { ...patch }, unit)
  Object.assign(given, derived(unit, entity, { ...before, ...given }))
  const changes = changesBetween(before, given)
  if (!changes) return before
  const { reader } = unit.sight
  const after: StoredRow = {
    ...before,
    ...given,
    version: before.version + 1,
    updatedAt: reader.now.toISOString(),
    updatedBy: reader.me,
  }
  unit.tx.send(updateSql(entity, id, changes.after ?? {}, stampOf(unit)))
  replaceLines(unit, entity, id, before, changes.after ?? {})
  written(unit, entity, after, action, changes.before, changes.after, reason)
  return after
}

/**
 * Lines given with the id of another document's line become new lines. What the program computed
 * for a line, and what the person may not change or see of it, stays when a line comes without it.
 */
function ownLines(entity: Entity, before: Values, patch: Values, unit: Unit): Values {
  for (const [field, lines] of lineFields(entity)) {
    if (!Array.isArray(patch[field])) continue
    const known = new Map(((before[field] ?? []) as Values[]).map((line) => [line.id, line]))
    const given = (patch[field] as Values[]).map((line) => {
      const own = known.get(line.id)
      return own
        ? { ...keptOf(lines, own, unit.caller.person), ...line }
        : { ...line, id: undefined }
    })
    patch[field] = numbered(lines, given, unit.sight.reader)
  }
  return patch
}

function keptOf(lines: Entity, line: Values, person: Person): Values {
  const kept = Object.entries(lines.fields).filter(([, field]) => !mayChangeField(field, person))
  return Object.fromEntries(kept.map(([field]) => [field, line[field]]))
}

function replaceLines(unit: Unit, entity: Entity, id: string, before: Values, after: Values): void {
  const { tenant } = unit.sight.reader
  for (const [field, lines] of lineFields(entity)) {
    if (!(field in after)) continue
    const rows = after[field] as Values[]
    const kept = rows.map((line) => line.id)
    const gone = ((before[field] ?? []) as Values[]).some((line) => !kept.includes(line.id))
    if (gone)
      unit.tx.send(
        sql`delete from ${name(lines.table)}
          where tenant = ${tenant} and parent = ${id} and id <> all(${kept}::uuid[])`,
      )
    if (rows.length > 0) unit.tx.send(upsertLinesSql(lines, id, rows, tenant))
  }
}

/** Into the recycle bin, or out of it. Rows of the books stay. */
export async function setDeleted(
  unit: Unit,
  declared: Entity,
  id: string,
  deleted: boolean,
): Promise<StoredRow> {
  const entity = ownEntity(unit, declared)
  const before = await hold(unit, entity, id)
  const { reader } = unit.sight
  if (entity.appendOnly) fail('record.book-is-append-only', {})
  unit.titles.delete(heldKey(entity, id))
  const at = deleted ? reader.now.toISOString() : null
  const after: StoredRow = { ...before, deletedAt: at, version: before.version + 1 }
  unit.tx.send(
    sql`update ${name(entity.table)}
      set deleted_at = ${at}, version = version + 1, updated_at = ${reader.now},
        updated_by = ${reader.me}
      where tenant = ${reader.tenant} and id = ${id}`,
  )
  const action = deleted ? 'delete' : 'restore'
  written(unit, entity, after, action, { deletedAt: before.deletedAt }, { deletedAt: at })
  await tell(unit, `${entity.name}.${action}`, { id, row: after })
  return after
}

function auditable(entity: Entity, row: Values): Values {
  return Object.fromEntries(
    Object.keys(entity.fields)
      .filter((field) => row[field] !== null && row[field] !== undefined)
      .map((field) => [field, row[field]]),
  )
}

function written(
  unit: Unit,
  entity: Entity,
  row: StoredRow,
  action: string,
  before: Values | null,
  after: Values | null,
  reason: string | null = null,
): void {
  unit.held.set(heldKey(entity, row.id), row)
  const kept = { before: withoutSecrets(entity, before), after: withoutSecrets(entity, after) }
  unit.audit.push({ entity: entity.name, record: row.id, action, reason, ...kept })
  unit.changed.push({ entity: entity.name, id: row.id, action })
  if (before === null || isFoundBy(entity, after ?? {}))
    unit.toIndex.set(heldKey(entity, row.id), { entity, id: row.id })
  if (before === null || isComparedBy(entity, after ?? {})) noteKeys(unit, entity, row.id, !before)
  if (before !== null) noteFollowed(unit, entity, row.id, after ?? {})
  attachFiles(unit, entity, row.id, after ?? {})
}

/** Other records are found by this one's name, or by the people who see it. */
function noteFollowed(unit: Unit, entity: Entity, id: string, changed: Values): void {
  if (entity.title in changed) noteRetitled(unit, entity, id)
  if (peopleFields(entity).some((field) => field in changed)) noteReowned(unit, entity, id)
}

function isComparedBy({ duplicates = {} }: Entity, changed: Values): boolean {
  return Object.keys(changed).some((name) => name in duplicates)
}

function noteKeys(unit: Unit, entity: Entity, id: string, isNew: boolean): void {
  if (!entity.duplicates) return
  const key = heldKey(entity, id)
  unit.toKey.set(key, unit.toKey.get(key) ?? { entity, id, isNew })
}

/** Only a change of what a record is found by needs its search words written anew. */
function isFoundBy(entity: Entity, changed: Values): boolean {
  return Object.keys(changed).some((name) => {
    const field = entity.fields[name]
    const tellsWhose = field?.kind === 'person' || name === entity.access.inherit
    return name === entity.title || field?.search === true || tellsWhose
  })
}

/** The history is read by people. */
function withoutSecrets({ fields }: Entity, values: Values | null): Values | null {
  if (values === null || !Object.keys(values).some((name) => fields[name]?.secret)) return values
  return Object.fromEntries(Object.entries(values).filter(([name]) => !fields[name]?.secret))
}
