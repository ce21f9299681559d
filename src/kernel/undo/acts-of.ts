/** Which actions an operation did to records, of those that are taken back whole by their right. */
import type { Unit } from '../action/unit.ts'
import { sql, type Sql } from '../db/sql.ts'
import type { Operation, Step } from './operation.ts'

/** Record → the action done to it. */
export type Acts = ReadonlyMap<string, string>

/** What was done to the records of these steps; where there are none, to some of the operation. */
export async function actsOf(
  unit: Unit,
  operation: Operation,
  steps: readonly Step[],
): Promise<Acts> {
  const actions = [...(unit.house.registry.actions.get(operation.entity)?.values() ?? [])]
  const undoable = actions.filter((action) => action.undoable).map((action) => action.name)
  if (undoable.length === 0) return new Map()
  const { tenant } = unit.sight.reader
  const own = steps.filter(({ entity }) => entity === operation.entity)
  const ids = [...new Set(own.map(({ record }) => record))]
  const done = (more: Sql) =>
    unit.tx.query<{ record: string; action: string }>(
      sql`select record, action from audit
        where tenant = ${tenant} and operation = ${operation.id}::uuid
          and entity = ${operation.entity} and action = any(${undoable}::text[]) ${more}`,
    )
  const found = await done(sql`and record = any(${ids}::uuid[])`)
  const some = found.length > 0 ? found : await done(sql`limit 1`)
  return new Map(some.map(({ record, action }) => [record, action]))
}
