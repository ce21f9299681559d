/** Whether a right reaches one record. */
import { name, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { withoutShares } from './person.ts'
import { rowScope, type Sight } from './scope.ts'

/** @param ask sends the statement, inside a transaction or not */
export async function reaches(
  ask: (query: Sql) => Promise<unknown[]>,
  sight: Sight,
  entity: Entity,
  id: unknown,
  right: string,
): Promise<boolean> {
  const rows = await ask(
    sql`select 1 from ${name(entity.table)} r
      where r.tenant = ${sight.reader.tenant} and r.id = ${id}::uuid
        and ${rowScope(sight, entity, right, 'r')}`,
  )
  return rows.length > 0
}

/** Only by what the person's roles give: what is lent is not lent on. */
export function onesOwn(sight: Sight): Sight {
  const { reader } = sight
  return { ...sight, reader: { ...reader, person: withoutShares(reader.person) } }
}
