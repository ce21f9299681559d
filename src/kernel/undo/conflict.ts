/** Records that an undo left as they are, each with the rule in its way. */
import { rowScope } from '../access/scope.ts'
import type { Unit } from '../action/unit.ts'
import type { Facts, Refusal } from '../base/fail.ts'
import { name, raw, sql } from '../db/sql.ts'
import { titleSql } from '../query/select.ts'
import { entityOf } from '../registry.ts'

export interface Conflict {
  entity: string
  id: string
  rule: string
  facts: Facts
}

/** The first faulty field says more than that there are some. */
export function conflictOf(entity: string, id: string, refusal: Refusal): Conflict {
  const { rule, facts } = refusal.problems[0] ?? refusal
  return { entity, id, rule, facts }
}

/** With the names of the records, as far as the person may see them. */
export async function namedConflicts(
  unit: Unit,
  conflicts: readonly Conflict[],
): Promise<(Conflict & { title: string })[]> {
  const titles = new Map<string, string>()
  for (const [entity, own] of Map.groupBy(conflicts, (one) => one.entity)) {
    const ids = own.map(({ id }) => id)
    for (const row of await titlesOf(unit, entity, ids)) titles.set(row.id, row.title ?? '')
  }
  return conflicts.map((one) => ({ ...one, title: titles.get(one.id) ?? '' }))
}

function titlesOf(
  unit: Unit,
  entityName: string,
  ids: string[],
): Promise<{ id: string; title: string | null }[]> {
  const { registry } = unit.house
  const entity = entityOf(registry, entityName)
  return unit.tx.query(
    sql`select r.id, ${raw(titleSql(registry, entity, 'r'))} as title from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and r.id = any(${ids}::uuid[])
        and ${rowScope(unit.sight, entity, 'read', 'r')}`,
  )
}
