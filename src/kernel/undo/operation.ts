/** What was done as a whole, as its own audit tells it. */
import type { Unit } from '../action/unit.ts'
import { isAdministrator } from '../access/person.ts'
import { fail } from '../base/fail.ts'
import { raw, sql } from '../db/sql.ts'
import type { Values } from '../entity/parse-draft.ts'

export interface Operation {
  id: string
  kind: string
  entity: string
}

export interface ClaimedOperation extends Operation {
  /** Entries of the audit. */
  count: number
}

/** One entry of the audit. */
export interface Step {
  id: string
  entity: string
  record: string
  action: string
  before: Values | null
  after: Values | null
}

/**
 * The operation, held until the unit ends, for its own person and for administrators.
 * @throws {Refusal} `operation.not-found` (404), `operation.already-undone` (409),
 *   `operation.not-yours` (403)
 */
export async function claimOperation(unit: Unit, id: string): Promise<ClaimedOperation> {
  const { tenant, me, person } = unit.sight.reader
  const [row] = await unit.tx.query<
    ClaimedOperation & { by_user: string | null; undone_at: string | null }
  >(
    sql`select id, kind, entity, count, by_user, undone_at from operation
      where tenant = ${tenant} and id = ${id}::uuid for update`,
  )
  if (!row) fail('operation.not-found', {}, { status: 404 })
  if (row.undone_at) fail('operation.already-undone', {}, { status: 409 })
  const isOwn = row.by_user === me || isAdministrator(person)
  if (!isOwn) fail('operation.not-yours', {}, { status: 403 })
  return row
}

/** Newest first, as they are taken back. */
export function stepsOf(unit: Unit, operation: Operation): Promise<Step[]> {
  return stepsBefore(unit, operation, null, null)
}

/** As many of them (null: all), older than the one it came to. */
export function stepsBefore(
  unit: Unit,
  { id }: Operation,
  before: string | null,
  most: number | null,
): Promise<Step[]> {
  const older = before === null ? raw('') : sql` and id < ${before}::uuid`
  return unit.tx.query<Step>(
    sql`select id, entity, record, action, before, after from audit
      where tenant = ${unit.sight.reader.tenant} and operation = ${id}::uuid${older}
      order by id desc limit ${most}`,
  )
}

export function markUndone(unit: Unit, { id }: Operation): void {
  const { tenant, now, me } = unit.sight.reader
  unit.tx.send(
    sql`update operation set undone_at = ${now}, undone_by = ${me}
      where tenant = ${tenant} and id = ${id}::uuid`,
  )
}
