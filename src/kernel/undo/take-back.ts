/** Takes single changes back, each as a person would do it by hand: with rights, locks and uses. */
import { isDeepStrictEqual } from 'node:util'
import { mayChangeField } from '../access/fields.ts'
import { rowScope } from '../access/scope.ts'
import { apart } from '../action/apart.ts'
import { refuseLost } from '../action/check-references.ts'
import { refuseUsed } from '../action/check-use.ts'
import { checkLocked, notAllowed, restoreRow } from '../action/crud.ts'
import { hold } from '../action/hold.ts'
import { saveRecord, setDeleted } from '../action/record-writes.ts'
import { tell } from '../action/tell.ts'
import type { StoredRow, Unit } from '../action/unit.ts'
import { fail, Refusal } from '../base/fail.ts'
import { name, sql } from '../db/sql.ts'
import { isByProgram, type Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { matches } from '../query/matches.ts'
import { actsOf, type Acts } from './acts-of.ts'
import { conflictOf } from './conflict.ts'
import type { Operation, Step } from './operation.ts'
import type { Undone } from './undo.ts'

interface Change {
  unit: Unit
  operation: Operation
  entity: Entity
  step: Step
  acts: Acts
}

/** 'left': nothing of it could be taken back; 'in-part': all but some fields. */
type Outcome = 'nothing' | 'done' | 'in-part' | 'left'

export async function takeBack(
  unit: Unit,
  operation: Operation,
  steps: readonly Step[],
): Promise<Undone> {
  const undone: Undone = { restored: 0, conflicts: [] }
  const acts = await actsOf(unit, operation, steps)
  const changes = steps.flatMap((step): Change[] => {
    const entity = unit.house.registry.entities.get(step.entity)
    return entity && !isNote(step) ? [{ unit, operation, entity, step, acts }] : []
  })
  for (const group of groupsOf(changes)) await takeGroupBack(group, undone)
  return undone
}

/**
 * What the program did because of a change stands behind it in the audit, so backwards it comes
 * first: both are taken back together or not at all.
 */
function groupsOf(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  let open: Change[] = []
  for (const change of changes) {
    open.push(change)
    if (!isRoot(change.unit, change.step)) continue
    groups.push(open)
    open = []
  }
  return open.length > 0 ? [...groups, open] : groups
}

/** An action that changed nothing of the record. */
function isNote({ before, after }: Step): boolean {
  return before === null && after === null
}

/** Done by a person; what the program did because of it stands behind it. */
export function isRoot(unit: Unit, step: Step): boolean {
  const entity = unit.house.registry.entities.get(step.entity)
  return entity !== undefined && !isNote(step) && !isByProgram(entity)
}

async function takeGroupBack(group: Change[], undone: Undone): Promise<void> {
  const root = group.at(-1)
  if (!root) return
  const { unit, step } = root
  try {
    const outcomes = await apart(unit, async () => {
      const all: Outcome[] = []
      for (const change of group) all.push(await takeChangeBack(change))
      return all
    })
    const isBack = (outcome: Outcome) => outcome === 'done' || outcome === 'in-part'
    undone.restored += outcomes.filter(isBack).length
    if (!outcomes.includes('in-part') && !outcomes.includes('left')) return
    undone.conflicts.push({
      entity: step.entity,
      id: step.record,
      rule: 'record.changed',
      facts: {},
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    undone.conflicts.push(conflictOf(step.entity, step.record, error))
  }
}

function takeChangeBack(change: Change): Promise<Outcome> {
  const { entity, step } = change
  if (entity.appendOnly) fail('record.book-is-append-only')
  if (step.before === null) return undoCreate(change)
  if (step.action === 'delete') return undoDelete(change)
  return undoChange(change)
}

/**
 * One may take back what one may still do, with the record as it is or as it is to be again.
 * @throws {Refusal} `record.not-allowed` (403)
 */
async function checkRight(
  { unit, entity }: Change,
  right: string,
  row: StoredRow,
  becomes: Values = {},
): Promise<void> {
  if (isByProgram(entity) || (await reaches(unit, entity, right, row.id))) return
  const { reader } = unit.sight
  const scopes = unit.sight.grants.scopes(reader.person, entity.name, right)
  const again = { ...row, ...becomes }
  const willReach = scopes.some((scope) => scope === 'all' || matches(entity, again, scope, reader))
  if (!willReach) notAllowed(entity)
}

async function reaches(unit: Unit, entity: Entity, right: string, id: string): Promise<boolean> {
  const rows = await unit.tx.query(
    sql`select 1 from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and r.id = ${id}::uuid
        and ${rowScope(unit.sight, entity, 'read', 'r')}
        and ${rowScope(unit.sight, entity, right, 'r')}`,
  )
  return rows.length > 0
}

/** What the operation added goes to the bin, unless someone works with it or worked on it since. */
async function undoCreate(change: Change): Promise<Outcome> {
  const { unit, operation, entity, step } = change
  const row = await hold(unit, entity, step.record)
  if (row.deletedAt) return 'nothing'
  const isImported = step.action === 'import' && step.entity === operation.entity
  await checkRight(change, isImported ? 'import' : 'create', row)
  if (await isChangedSince(change)) fail('record.changed', {}, { status: 409 })
  checkLocked(unit, entity, row, { deletedAt: true })
  await refuseUsed(unit, entity, row.id)
  await setDeleted(unit, entity, row.id, true)
  return 'done'
}

async function isChangedSince({ unit, operation, entity, step }: Change): Promise<boolean> {
  const rows = await unit.tx.query(
    sql`select 1 from audit
      where tenant = ${unit.sight.reader.tenant} and entity = ${entity.name}
        and record = ${step.record}::uuid and id > ${step.id}::uuid
        and operation is distinct from ${operation.id}::uuid limit 1`,
  )
  return rows.length > 0
}

async function undoDelete(change: Change): Promise<Outcome> {
  const { unit, entity, step } = change
  const row = await hold(unit, entity, step.record)
  if (!row.deletedAt) return 'nothing'
  await checkRight(change, 'delete', row)
  if (row.deletedAt !== step.after?.['deletedAt']) fail('record.changed', {}, { status: 409 })
  await restoreRow(unit, entity, row)
  return 'done'
}

/** Fields that someone changed since stay as they are. */
async function undoChange(change: Change): Promise<Outcome> {
  const { unit, entity, step } = change
  const row = await hold(unit, entity, step.record)
  if (row.deletedAt) fail('record.deleted', {}, { status: 409 })
  const { patch, isWhole } = unchangedOf(row, step)
  if (Object.keys(patch).length === 0) return isWhole ? 'nothing' : 'left'
  await putBack(change, row, patch)
  return isWhole ? 'done' : 'in-part'
}

/** The values from before the step, of the fields that nobody changed since. */
export function unchangedOf(row: StoredRow, step: Step): { patch: Values; isWhole: boolean } {
  const wanted = Object.entries(step.before ?? {}).filter(
    ([field, was]) => !isSame(row[field], was),
  )
  const unchanged = wanted.filter(([field]) => isSame(row[field], step.after?.[field]))
  return { patch: Object.fromEntries(unchanged), isWhole: wanted.length === unchanged.length }
}

async function putBack(change: Change, row: StoredRow, patch: Values): Promise<void> {
  const { unit, entity } = change
  const right = rightFor(change)
  if (right !== null) await checkRight(change, right, row, patch)
  checkPatch(change, row, patch)
  await refuseLost(unit, entity.fields, patch)
  const after = await saveRecord(unit, entity, row.id, patch, 'undo')
  await tell(unit, `${entity.name}.update`, { id: row.id, row: after, before: row })
}

/**
 * Who may do an action that is taken back whole may take it back, with all that it did elsewhere.
 * @returns null where no right of its own is needed
 */
function rightFor({ unit, entity, step, operation, acts }: Change): string | null {
  const isActedOn = entity.name === operation.entity
  const [some] = acts.values()
  const action = isActedOn ? acts.get(step.record) : some
  if (action === undefined) return 'update'
  const right = `do:${action}`
  if (isActedOn) return right
  const { grants, reader } = unit.sight
  return grants.scopes(reader.person, operation.entity, right).length > 0 ? null : 'update'
}

/** @throws {Refusal} `record.locked`, `field.not-yours` */
function checkPatch({ unit, entity }: Change, row: StoredRow, patch: Values): void {
  checkLocked(unit, entity, row, patch)
  if (isByProgram(entity)) return
  for (const field of Object.keys(patch)) {
    const declared = entity.fields[field]
    if (declared && !declared.computed && !mayChangeField(declared, unit.caller.person))
      fail('field.not-yours', {}, { status: 403, field })
  }
}

/** As they stand on the wire; the audit does not keep the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(wire(one), wire(other))
}

function wire(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown)
}
