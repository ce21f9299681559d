/** The next portion of the records that were picked, as they and the person's rights stand now. */
import { holdManyFor } from '../action/hold.ts'
import type { Unit } from '../action/unit.ts'
import { fail, type Refusal } from '../base/fail.ts'
import { raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { entityOf } from '../registry.ts'
import { nextPicked, type BulkRun } from './bulk-run.ts'
import { checkMayAny, doEach, refusedAs, rightOf, type Deed, type Picked } from './deed.ts'
import { stillPicked } from './pick.ts'
import type { Portion } from './portion.ts'
import type { Refused } from './refused.ts'

/**
 * @param inTheWay the database refused these records together with this reason: they are left
 * @throws {Refusal} `record.not-allowed` (403) when the person may no longer do it to any
 */
export async function doPortion(
  unit: Unit,
  run: BulkRun,
  most: number,
  inTheWay?: Refusal,
): Promise<Portion> {
  const { tenant } = unit.sight.reader
  const ids = await nextPicked(unit.tx, tenant, run.id, run.counts.done, most)
  if (ids.length === 0) return { done: 0, changed: 0, refused: [] }
  const entity = entityOf(unit.house.registry, run.entity)
  const deed = deedOf(unit, run)
  checkMayAny(unit, entity, deed)
  const holds = await holdManyFor(unit, entity, ids, rightOf(deed))
  const { sound, refused } = await sorted(unit, entity, run, ids)
  const left = inTheWay ? sound.map((row) => refusedAs(row, inTheWay)) : []
  const portion = await doEach(unit, entity, deed, inTheWay ? [] : sound, holds, true)
  const all = [...refused, ...left, ...portion.refused]
  return { done: ids.length, changed: portion.changed, refused: all }
}

function deedOf({ house }: Unit, { kind, entity, wish }: BulkRun): Deed {
  if (kind === 'delete') return { kind }
  if (kind !== 'action') return { kind: 'change', patch: wish.patch }
  const action = house.registry.actions.get(entity)?.get(wish.action ?? '')
  if (!action) fail('action.unknown', { action: wish.action }, { status: 404 })
  return { kind, action, input: wish.input, reason: wish.reason }
}

/** Those that are what was picked, and those that are no more, with the reason. */
async function sorted(
  unit: Unit,
  entity: Entity,
  run: BulkRun,
  ids: readonly string[],
): Promise<{ sound: Picked[]; refused: Refused[] }> {
  const [seen, changed] = await Promise.all([
    stillPicked(unit, entity, ids, run.wish.where),
    changedSince(unit, entity, run, ids),
  ])
  const known = new Map(seen.map((row) => [row.id, row]))
  const sound: Picked[] = []
  const refused: Refused[] = []
  for (const id of ids) {
    const row = known.get(id)
    const rule = reasonFor(row, changed.has(id))
    if (row && rule === null) sound.push(row)
    else refused.push({ id, title: row?.title ?? '', rule: rule ?? '', facts: {} })
  }
  return { sound, refused }
}

function reasonFor(row: { fits: boolean } | undefined, isChanged: boolean): string | null {
  if (!row) return 'record.not-found'
  if (isChanged) return 'bulk.changed-since'
  return row.fits ? null : 'bulk.no-longer-matches'
}

/**
 * What somebody else changed since it was asked for: of a change the same fields, else anything.
 * The ids of the audit rise with time, and the id of the run was made with the wish.
 */
async function changedSince(
  unit: Unit,
  entity: Entity,
  { id, wish, kind, operation }: BulkRun,
  ids: readonly string[],
): Promise<Set<string>> {
  const fields = Object.keys(wish.patch ?? {})
  const same = kind === 'change' ? sql` and a.after ?| ${fields}::text[]` : raw('')
  const rows = await unit.tx.query<{ record: string }>(
    sql`select distinct a.record from audit a
      where a.tenant = ${unit.sight.reader.tenant} and a.entity = ${entity.name}
        and a.record = any(${ids}::uuid[]) and a.id > ${id}::uuid
        and (a.operation is null or a.operation is distinct from ${operation}::uuid)${same}`,
  )
  return new Set(rows.map(({ record }) => record))
}
