/** The list of what was done to many records at once: a person's own, an administrator's all. */
import { isAdministrator } from '../access/person.ts'
import type { Sight } from '../access/scope.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'

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

/** The latest first. */
export async function operationsOf(
  house: House,
  sight: Sight,
  speech: Speech,
): Promise<OperationEntry[]> {
  const { tenant, me, person } = sight.reader
  const everyone = isAdministrator(person)
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
