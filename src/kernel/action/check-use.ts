/** What others point to is in use and stays; its own parts are no others. */
import { fail } from '../base/fail.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { entityOf, type Reference } from '../registry.ts'
import { isPart } from './parts.ts'
import type { Unit } from './unit.ts'

/** @throws {Refusal} `record.in-use` (409) naming what points to the record */
export async function refuseUsed(unit: Unit, entity: Entity, id: string): Promise<void> {
  const { registry } = unit.house
  const uses = (registry.references.get(entity.name) ?? []).flatMap((one) =>
    isPart(one) ? usesOfParts(unit, one, id) : [useSql(unit, one, id)],
  )
  if (uses.length === 0) return
  const [use] = await unit.tx.query<{ by: string }>(join(uses, ' union all '))
  if (!use) return
  const other = entityOf(registry, use.by)
  fail('record.in-use', { by: other.label.many, entity: other.name }, { status: 409 })
}

function useSql(unit: Unit, { entity, field }: Reference, id: string): Sql {
  const column = raw(`r."${columnName(field)}"`)
  const isList = entity.fields[field]?.kind === 'refs'
  return firstUse(
    unit,
    entity,
    isList ? sql`${column} @> array[${id}::uuid]` : sql`${column} = ${id}::uuid`,
  )
}

function usesOfParts(unit: Unit, { entity: part, field }: Reference, id: string): Sql[] {
  const { tenant } = unit.sight.reader
  const own = raw(`p."${columnName(field)}"`)
  const parts = sql`select p.id from ${name(part.table)} p
    where p.tenant = ${tenant} and ${own} = ${id}::uuid`
  return (unit.house.registry.references.get(part.name) ?? []).map((one) =>
    firstUse(unit, one.entity, sql`${raw(`r."${columnName(one.field)}"`)} in (${parts})`),
  )
}

function firstUse(unit: Unit, entity: Entity, condition: Sql): Sql {
  const bin = entity.isLine ? raw('') : raw(' and r.deleted_at is null')
  return sql`(select ${raw(`'${entity.name}'`)} as by from ${name(entity.table)} r
    where r.tenant = ${unit.sight.reader.tenant} and ${condition}${bin} limit 1)`
}
