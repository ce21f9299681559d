/** Takes back an import, a merge, a bulk change or a delete as a whole, from its own audit. */
import { fail } from '../base/fail.ts'
import { administrator } from '../access/person.ts'
import type { Sight } from '../access/scope.ts'
import { name, sql } from '../db/sql.ts'
import { columnName, lineFields, type Entity } from '../entity/entity.ts'
import { parameterOf } from '../entity/columns.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import type { Caller } from './caller.ts'
import { hold } from './hold.ts'
import { saveRecord, setDeleted, stampOf } from './record-writes.ts'
import type { Unit } from './unit.ts'
import { write, type WriteWish } from './write.ts'

export interface UndoAnswer {
  restored: number
  conflicts: { entity: string; id: string; title: string; rule: string }[]
}

interface Step {
  entity: string
  record: string
  action: string
  before: Values | null
  after: Values | null
}

const removals = new Set(['delete', 'restore'])

/**
 * Walks the operation's audit backwards. A field that someone changed since is left and named.
 * @throws {Refusal} `operation.not-found` (404), `operation.already-undone` (409),
 *   `operation.not-yours` (403)
 */
export function undo(
  house: House,
  caller: Caller,
  id: string,
  wish: WriteWish,
): Promise<UndoAnswer> {
  return write(house, caller, wish, async (unit) => {
    await claimOperation(unit, id)
    const steps = await unit.tx.query<Step>(
      sql`select entity, record, action, before, after from audit
        where tenant = ${caller.tenant} and operation = ${id}::uuid order by id desc`,
    )
    const answer: UndoAnswer = { restored: 0, conflicts: [] }
    for (const step of steps) await undoStep(unit, step, answer)
    return answer
  })
}

async function claimOperation(unit: Unit, id: string): Promise<void> {
  const { reader } = unit.sight
  const [row] = await unit.tx.query<{ by_user: string | null; undone_at: string | null }>(
    sql`select by_user, undone_at from operation
      where tenant = ${reader.tenant} and id = ${id}::uuid for update`,
  )
  if (!row) fail('operation.not-found', {}, { status: 404 })
  if (row.undone_at) fail('operation.already-undone', {}, { status: 409 })
  const own = row.by_user === reader.me || reader.person.roles.includes(administrator)
  if (!own) fail('operation.not-yours', {}, { status: 403 })
  unit.tx.send(
    sql`update operation set undone_at = ${reader.now}, undone_by = ${reader.me}
      where tenant = ${reader.tenant} and id = ${id}::uuid`,
  )
}

async function undoStep(unit: Unit, step: Step, answer: UndoAnswer): Promise<void> {
  const entity = unit.house.registry.entities.get(step.entity)
  if (!entity) return
  if (step.before === null) return undoCreate(unit, entity, step, answer)
  if (removals.has(step.action)) {
    await setDeleted(unit, entity, step.record, step.action === 'restore')
    answer.restored += 1
    return
  }
  await undoChange(unit, entity, step, answer)
}

/** What the operation added goes to the recycle bin, unless someone worked on it since. */
async function undoCreate(
  unit: Unit,
  entity: Entity,
  step: Step,
  answer: UndoAnswer,
): Promise<void> {
  if (step.after === null) return
  const row = await hold(unit, entity, step.record)
  if (row.deletedAt) return
  if (row.version > 1) return conflict(entity, step, row, answer)
  await setDeleted(unit, entity, step.record, true)
  answer.restored += 1
}

async function undoChange(
  unit: Unit,
  entity: Entity,
  step: Step,
  answer: UndoAnswer,
): Promise<void> {
  if (entity.isLine) return undoLine(unit, entity, step, answer)
  const row = await hold(unit, entity, step.record)
  const patch: Values = {}
  let changedSince = false
  for (const [field, value] of Object.entries(step.before ?? {})) {
    const same = JSON.stringify(row[field] ?? null) === JSON.stringify(step.after?.[field] ?? null)
    if (same || isLines(entity, field)) patch[field] = value
    else changedSince = true
  }
  if (changedSince) conflict(entity, step, row, answer)
  if (Object.keys(patch).length === 0) return
  await saveRecord(unit, entity, step.record, patch, 'undo')
  answer.restored += 1
}

function isLines(entity: Entity, field: string): boolean {
  return lineFields(entity).some(([name]) => name === field)
}

/** A line has no history of its own: the moved references are put back. */
function undoLine(unit: Unit, lines: Entity, step: Step, answer: UndoAnswer): void {
  const { tenant } = stampOf(unit)
  for (const [field, value] of Object.entries(step.before ?? {})) {
    unit.tx.send(
      sql`update ${name(lines.table)}
        set ${name(columnName(field))} = ${parameterOf(lines, field, value)}
        where tenant = ${tenant} and id = ${step.record}::uuid`,
    )
  }
  answer.restored += 1
}

function conflict(entity: Entity, step: Step, row: Values, answer: UndoAnswer): void {
  const title = String(row[entity.title] ?? '')
  answer.conflicts.push({ entity: entity.name, id: step.record, title, rule: 'record.changed' })
}

export interface OperationEntry {
  id: string
  kind: string
  label: string
  at: string
  by: string | null
  count: number
  undoable: boolean
  undoneAt: string | null
}

const labels: Record<string, string> = {
  delete: 'Deleted: {entity}',
  bulk: 'Changed in bulk: {entity}',
  merge: 'Merged: {entity}',
  import: 'Imported: {entity}',
}

/** The latest operations: a person's own, an administrator's all. */
export async function operationsOf(
  house: House,
  sight: Sight,
  speech: Speech,
): Promise<OperationEntry[]> {
  const { tenant, me, person } = sight.reader
  const everyone = person.roles.includes(administrator)
  const rows = await house.database.read<{
    id: string
    kind: string
    entity: string
    at: string
    by: string | null
    count: number
    undone_at: string | null
  }>(
    tenant,
    sql`select o.id, o.kind, o.entity, o.at, u.name as by, o.count, o.undone_at
      from operation o left join "user" u on u.tenant = o.tenant and u.id = o.by_user
      where o.tenant = ${tenant} and (${everyone}::boolean or o.by_user = ${me}::uuid)
      order by o.id desc limit 100`,
  )
  return rows.map((row) => {
    const entity = speech.t(house.registry.entities.get(row.entity)?.label.many ?? row.entity)
    const label = speech.t(labels[row.kind] ?? row.kind, { entity })
    return {
      id: row.id,
      kind: row.kind,
      label,
      at: row.at,
      by: row.by,
      count: row.count,
      undoable: row.undone_at === null,
      undoneAt: row.undone_at,
    }
  })
}
