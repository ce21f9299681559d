/** Sets a search for duplicates among all records of a kind going. */
import { addRun } from '../bulk/begin-bulk-run.ts'
import type { Caller } from '../action/caller.ts'
import { write, type WriteWish } from '../action/write.ts'
import { fail } from '../base/fail.ts'
import { name, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { RunBegun } from '../http/wire.ts'

/**
 * @throws {Refusal} `duplicates.not-possible` (405), `record.not-allowed` (403) for who may not
 *   merge, `duplicates.scan-goes-on` (409)
 */
export function beginScan(
  house: House,
  caller: Caller,
  entity: Entity,
  wish: WriteWish,
): Promise<RunBegun> {
  if (!entity.duplicates || !entity.access.merge)
    fail('duplicates.not-possible', {}, { status: 405 })
  return write(house, caller, wish, async (unit) => {
    const { tenant } = caller
    const scopes = unit.sight.grants.scopes(caller.person, entity.name, 'merge')
    if (scopes.length === 0)
      fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
    const [going] = await unit.tx.query(
      sql`select 1 from bulk_run
        where tenant = ${tenant} and kind = 'scan' and entity = ${entity.name}
          and status = 'running'`,
    )
    if (going) fail('duplicates.scan-goes-on', {}, { status: 409 })
    const [all] = await unit.tx.query<{ count: number }>(
      sql`select count(*)::int as count from ${name(entity.table)} r where r.tenant = ${tenant}`,
    )
    const run = { kind: 'scan', entity: entity.name, wish: {}, operation: null } as const
    return addRun(unit, run, sql`'{}'::uuid[]`, all?.count ?? 0)
  })
}
