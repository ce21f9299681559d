/** What others point to is in use and stays; its own parts are no others. */
import { fail } from '../base/fail.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import { entityOf, type Reference } from '../registry.ts'
import { isPart } from './parts.ts'
import type { Unit } from './unit.ts'

/** @throws {Refusal} `record.in-use` (409) naming what points to the record */
export async function refuseUsed(unit: Unit, entity: Entity, id: string): Promise<void> {
  const { registry } = unit.house
  const uses = (registry.references.get(entity.name) ?? []).flatMap((one) =>
    isPart(one) ? usesOfParts(unit, one, id) : [useSql(unit, one, sql`array[${id}::uuid]`)],
  )
  if (uses.length === 0) return
  const [use] = await unit.tx.query<{ by: string }>(join(uses, ' union all '))
  if (!use) return
  const other = entityOf(registry, use.by)
  fail('record.in-use', { by: other.label.many, entity: other.name }, { status: 409 })
}

/** @param ids `uuid[]` of what may be pointed to */
function useSql(unit: Unit, { entity, field }: Reference, ids: Sql): Sql {
  const column = raw(valueSql(entity, field, 'r'))
  const isList = entity.fields[field]?.kind === 'refs'
  const names = isList ? sql`${column} && ${ids}` : sql`${column} = any(${ids})`
  const bin = entity.isLine ? raw('') : raw(' and r.deleted_at is null')
  return sql`(select ${raw(`'${entity.name}'`)} as by from ${name(entity.table)} r
    where r.tenant = ${unit.sight.reader.tenant} and ${names}${bin} limit 1)`
}

function usesOfParts(unit: Unit, { entity: part, field }: Reference, id: string): Sql[] {
  const own = raw(valueSql(part, field, 'p'))
  const parts = sql`array(select p.id from ${name(part.table)} p
    where p.tenant = ${unit.sight.reader.tenant} and ${own} = ${id}::uuid)`
  return (unit.house.registry.references.get(part.name) ?? []).map((one) =>
    useSql(unit, one, parts),
  )
}
