/** Sets work on very many records going: which ones is settled now, the work is done in batches. */
import type { Unit } from '../action/unit.ts'
import { fail } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { BulkAnswer } from './bulk.ts'
import type { BulkRun, KeptWish } from './bulk-run.ts'
import { checkDeed, type Deed } from './deed.ts'
import { mostInBulk, type Pick } from './pick.ts'

export const bulkJobName = 'kernel.bulk'

/** @throws {Refusal} `bulk.too-many`, and what is wrong for all records */
export async function beginBulkRun(
  unit: Unit,
  entity: Entity,
  deed: Deed,
  { asked, from, isFilter }: Pick,
): Promise<BulkAnswer> {
  await checkDeed(unit, entity, deed)
  const picked = sql`(select array_agg(p.id order by p.id)
    from (select r.id ${from} order by r.id limit ${mostInBulk + 1}) p)`
  const what = deedKept(deed)
  const wish = isFilter ? { ...what, where: asked } : what
  const { kind } = deed
  const { operation } = unit
  const run = await addRun(unit, { kind, entity: entity.name, wish, operation }, picked)
  if (run.total > mostInBulk) fail('bulk.too-many', { most: mostInBulk })
  return { changed: 0, refused: [], operation, run, sample: null }
}

function deedKept(deed: Deed): Partial<KeptWish> {
  if (deed.kind === 'change') return { patch: deed.patch }
  if (deed.kind === 'delete') return {}
  return { action: deed.action.name, input: deed.input }
}

export interface NewRun {
  kind: BulkRun['kind']
  entity: string
  wish: Partial<KeptWish>
  operation: string | null
}

/**
 * In the unit of who asks; the same request sent again finds its kept answer instead.
 * @param picked a `uuid[]`: what is to be done
 * @param total how much that is, where it is not the picked records
 */
export async function addRun(
  unit: Unit,
  { kind, entity, wish, operation }: NewRun,
  picked: Sql,
  total: number | null = null,
): Promise<{ id: string; total: number }> {
  const { tenant, me, now } = unit.sight.reader
  const { via, person } = unit.caller
  const reason = unit.reason === null ? {} : { reason: unit.reason }
  const kept: KeptWish = { ...wish, ...reason, via, scopes: person.scopes }
  const id = newId()
  const [row] = await unit.tx.query<{ total: number }>(
    sql`insert into bulk_run (tenant, id, by_user, kind, entity, wish, picked, status, counts,
        operation, created_at, updated_at)
      select ${tenant}::uuid, ${id}::uuid, ${me}::uuid, ${kind}, ${entity},
        ${JSON.stringify(kept)}::jsonb, p.picked, 'running',
        jsonb_build_object('total', coalesce(${total}::integer, cardinality(p.picked)),
          'done', 0, 'changed', 0, 'refused', 0),
        ${operation}::uuid, ${now}::timestamptz, ${now}::timestamptz
      from (select ${picked} as picked) p
      returning (counts ->> 'total')::integer as total`,
  )
  unit.jobs.push({ name: bulkJobName, payload: { run: id } })
  return { id, total: row?.total ?? 0 }
}
