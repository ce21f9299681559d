/** One deed to many records: permitted ones are done, the others named; undone as a whole. */
import type { Action } from '../action/action.ts'
import type { Caller } from '../action/caller.ts'
import { holdManyFor } from '../action/hold.ts'
import type { Unit } from '../action/unit.ts'
import { write, type WriteWish } from '../action/write.ts'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { Where } from '../query/where.ts'
import { beginBulkRun } from './begin-bulk-run.ts'
import { checkMayAny, doEach, rightOf, type Deed } from './deed.ts'
import { openPick, pickedRows, sampleOf, type Pick } from './pick.ts'
import type { Refused } from './refused.ts'

export interface BulkWish extends WriteWish {
  pick: { ids: string[] } | { where: Where }
  /** One of these three. */
  patch?: unknown
  remove?: boolean
  action?: Action
  /** Of the action. */
  input?: unknown
}

export interface BulkAnswer {
  changed: number
  refused: Refused[]
  operation: string | null
  /** More than are done while one waits: the work goes on by itself. */
  run: { id: string; total: number } | null
  /** A trial of more than that: some were tried, the others counted. */
  sample: { total: number; allowed: number; tried: number } | null
}

/** More are done in batches, behind the back of who asked. */
export const mostAtOnce = 200
const mostNamed = 100

/**
 * Up to 200 records in one transaction: either the whole answer is true or nothing happened.
 * @throws {Refusal} `bulk.nothing`, `bulk.too-many`, and an input that fits no record
 */
export function bulk(
  house: House,
  caller: Caller,
  entity: Entity,
  wish: BulkWish,
): Promise<BulkAnswer> {
  const deed = deedOf(wish)
  const kind = deed.kind === 'delete' ? 'delete' : 'bulk'
  // What most actions did is taken back by other actions, if at all.
  const isUndoable = deed.kind !== 'action' || deed.action.undoable
  const undone = isUndoable ? { operation: { kind, entity: entity.name } } : {}
  return write(house, caller, { ...wish, ...undone }, async (unit) => {
    checkMayAny(unit, entity, deed)
    const pick = await openPick(unit, entity, wish.pick)
    const rows = await pickedRows(unit, entity, pick, mostAtOnce + 1)
    if (rows.length === 0) fail('bulk.nothing')
    const isFew = rows.length <= mostAtOnce || caller.person.id === null
    if (!isFew && !unit.dryRun) return beginBulkRun(unit, entity, deed, pick)
    return isFew ? doAll(unit, entity, deed, rows) : tryOut(unit, entity, deed, pick)
  })
}

function deedOf({ patch, remove, action, input, reason }: BulkWish): Deed {
  if (action) return { kind: 'action', action, input, reason }
  return remove ? { kind: 'delete' } : { kind: 'change', patch }
}

async function doAll(
  unit: Unit,
  entity: Entity,
  deed: Deed,
  rows: Parameters<typeof doEach>[3],
): Promise<BulkAnswer> {
  const ids = rows.map(({ id }) => id)
  const holds = await holdManyFor(unit, entity, ids, rightOf(deed))
  const { changed, refused } = await doEach(unit, entity, deed, rows, holds)
  const { operation } = unit
  return { changed, refused: refused.slice(0, mostNamed), operation, run: null, sample: null }
}

/** What would happen to some of them tells what would happen to all. */
async function tryOut(unit: Unit, entity: Entity, deed: Deed, pick: Pick): Promise<BulkAnswer> {
  const { total, allowed, rows } = await sampleOf(unit, entity, pick, rightOf(deed), mostAtOnce)
  const answer = await doAll(unit, entity, deed, rows)
  return { ...answer, sample: { total, allowed, tried: rows.length } }
}
