/** Explains a permission: why a colleague can, or cannot, see a record. */
import { fail } from '../base/fail.ts'
import { sightOf, type Caller } from '../action/caller.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { compileWhere } from '../query/compile-where.ts'
import { find } from '../query/find.ts'
import { personOf } from './load-person.ts'
import { administrator } from './person.ts'
import { rowScope } from './scope.ts'

export interface Why {
  visible: boolean
  /** One English sentence for each way that leads to the record. */
  because: string[]
}

/** The asker must see the record too: the explanation is no way around permission. */
export async function whyVisible(
  house: House,
  caller: Caller,
  entity: Entity,
  id: string,
  user: string,
): Promise<Why> {
  const own = await sightOf(house, caller)
  await find(house.database, own, entity, id)
  const person = await personOf(house.database, caller.tenant, user, own.reader.today)
  if (!person) fail('record.not-found', {}, { status: 404 })
  const sight = await sightOf(house, { ...caller, person })
  const visible = await holds(
    house,
    caller.tenant,
    entity,
    id,
    rowScope(sight, entity, 'read', 'r'),
  )
  if (!visible) return { visible, because: [] }
  if (person.roles.includes(administrator)) return { visible, because: ['Is an administrator.'] }
  const because: string[] = []
  for (const role of [...person.roles, 'everyone']) {
    const alone = { ...person, roles: [role] }
    for (const scope of sight.grants.scopes(alone, entity.name, 'read')) {
      const reaches =
        scope === 'all' ||
        (await holds(
          house,
          caller.tenant,
          entity,
          id,
          compileWhere(entity, scope, sight.reader, 'r'),
        ))
      if (reaches)
        because.push(
          scope === 'all'
            ? `The role ${role} sees all.`
            : `The role ${role} sees rows with ${JSON.stringify(scope)}.`,
        )
    }
  }
  if (because.length === 0)
    because.push(
      entity.access.inherit
        ? 'Sees the record it belongs to.'
        : 'It was shared with this person or department.',
    )
  return { visible, because: [...new Set(because)] }
}

async function holds(
  house: House,
  tenant: string,
  entity: Entity,
  id: string,
  scope: ReturnType<typeof rowScope>,
): Promise<boolean> {
  const rows = await house.database.read(
    tenant,
    sql`select 1 from ${name(entity.table)} ${raw('r')}
      where r.tenant = ${tenant} and r.id = ${id}::uuid and ${scope}`,
  )
  return rows.length > 0
}
