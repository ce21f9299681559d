/** Makes several records again of what was merged into one: each gets back what came with it. */
import { fail } from '../base/fail.ts'
import { saveRecord, setDeleted } from '../action/record-writes.ts'
import { hold } from '../action/hold.ts'
import { reopenPairs } from '../duplicates/settle-pairs.ts'
import { tell } from '../action/tell.ts'
import type { Unit } from '../action/unit.ts'
import type { Entity } from '../entity/entity.ts'
import { entityOf } from '../registry.ts'
import { noteRetitled } from '../search/retitled.ts'
import type { Conflict } from '../undo/conflict.ts'
import type { Operation, Step } from '../undo/operation.ts'
import { unchangedOf } from '../undo/take-back.ts'
import type { Undone } from '../undo/undo.ts'
import { holdToMerge, type Merged } from './merge.ts'
import { moved, pointersTo, swap, type Pointer, type Swap } from './pointers.ts'
import { refuseTies } from './ties.ts'

/** What modules hear as `<entity>.unmerge`, after the record is back with what came with it. */
export interface Unmerged extends Merged {
  /** Ids of the rows that went back with it. */
  moved: readonly string[]
  /** Books that were written since have greater ids than this. */
  since: string
}

interface Move {
  pointer: Pointer
  swaps: Swap[]
}

/**
 * Whole or not at all; only values of the kept record that someone changed since stay.
 * @throws {Refusal} `record.not-allowed` (403), `merge.kept-is-deleted`, `merge.tied-since` (409),
 *   and what the modules refuse
 */
export async function unmerge(
  unit: Unit,
  operation: Operation,
  steps: readonly Step[],
): Promise<Undone> {
  const entity = entityOf(unit.house.registry, operation.entity)
  const own = steps.filter((step) => step.entity === entity.name)
  const keep = own.find(({ action }) => action === 'merge')
  const since = steps[0]?.id
  if (!keep || !since) throw new Error(`Not the audit of a merge: ${operation.id}`)
  const drops = own.filter(({ action }) => action === 'delete').map(({ record }) => record)
  await holdMerged(unit, entity, keep.record, drops)
  const undone: Undone = { restored: 0, conflicts: [] }
  for (const drop of drops) {
    const moves = movesOf(unit, entity, steps, drop)
    const ids = moves.flatMap(({ swaps }) => swaps.map(({ id }) => id))
    await refuseTies(unit, entity, { keep: keep.record, moved: ids, since })
    await giveBack(unit, entity, drop, moves, undone)
    const facts: Unmerged = { keep: keep.record, drop, moved: ids, since }
    await tell(unit, `${entity.name}.unmerge`, { ...facts })
  }
  await giveValuesBack(unit, entity, keep, undone)
  return undone
}

async function holdMerged(
  unit: Unit,
  entity: Entity,
  keep: string,
  drops: readonly string[],
): Promise<void> {
  for (const id of [keep, ...drops].sort()) {
    const { deletedAt } = await holdToMerge(unit, entity, id)
    if (id === keep && deletedAt) fail('merge.kept-is-deleted', {}, { status: 409 })
  }
}

/** What named the record before, by the field that named it. */
function movesOf(unit: Unit, entity: Entity, steps: readonly Step[], drop: string): Move[] {
  const own = steps.filter((step) => step.action === moved)
  return pointersTo(unit.house.registry, entity).flatMap((pointer) => {
    const swaps = own
      .filter((step) => step.entity === pointer.entity.name && pointer.field in (step.before ?? {}))
      .map(({ record, before, after }) => ({
        id: record,
        was: after?.[pointer.field],
        is: before?.[pointer.field],
      }))
      .filter(({ was, is }) => [is].flat().includes(drop) && ![was].flat().includes(drop))
    return swaps.length > 0 ? [{ pointer, swaps }] : []
  })
}

/** Rows that someone gave to yet another record stay there and are named. */
async function giveBack(
  unit: Unit,
  entity: Entity,
  drop: string,
  moves: readonly Move[],
  undone: Undone,
): Promise<void> {
  const row = await hold(unit, entity, drop)
  if (row.deletedAt) await setDeleted(unit, entity, drop, false)
  undone.restored += 1
  for (const { pointer, swaps } of moves) {
    const done = await swap(unit, pointer, swaps, 'undo')
    undone.restored += done.size
    const left = swaps.filter(({ id }) => !done.has(id))
    if (!pointer.entity.isLine)
      undone.conflicts.push(...left.map(({ id }) => conflict(pointer, id)))
  }
  noteRetitled(unit, entity, drop)
  await reopenPairs(unit, entity, drop)
}

function conflict({ entity }: Pointer, id: string): Conflict {
  return { entity: entity.name, id, rule: 'record.changed', facts: {} }
}

async function giveValuesBack(
  unit: Unit,
  entity: Entity,
  keep: Step,
  undone: Undone,
): Promise<void> {
  const row = await hold(unit, entity, keep.record)
  const { patch, isWhole } = unchangedOf(row, keep)
  const after = await saveRecord(unit, entity, keep.record, patch, 'undo')
  if (after.version > row.version)
    await tell(unit, `${entity.name}.update`, { id: row.id, row: after, before: row })
  if (!isWhole)
    undone.conflicts.push({ entity: entity.name, id: row.id, rule: 'record.changed', facts: {} })
}
