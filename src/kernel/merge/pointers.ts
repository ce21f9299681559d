/** What names a record (references, and what hangs on it), and how it is made to name another. */
import type { Unit } from '../action/unit.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import type { Registry } from '../registry.ts'

/** A field by which rows of `entity` name records of another. */
export interface Pointer {
  entity: Entity
  field: string
  /** Comments, files, shares: the row also says of which entity the record is. */
  hangs: boolean
}

/** A row that names another record than before. */
export interface Swap {
  id: string
  was: unknown
  is: unknown
}

/** What names records of the entity and can be made to name others. */
export function pointersTo(registry: Registry, target: Entity): Pointer[] {
  const references = (registry.references.get(target.name) ?? []).filter(
    ({ entity, field }) => !isForModules(entity, field),
  )
  const hanging = [...registry.entities.values()].filter(hangs)
  return [
    ...references.map((one) => ({ ...one, hangs: false })),
    ...hanging.map((entity) => ({ entity, field: 'record', hangs: true })),
  ]
}

/**
 * Books stay as they are written, and so do the sums that the program keeps once for each record:
 * what these mean when records become one, modules know that listen (`<entity>.merge`).
 */
export function isForModules(entity: Entity, field: string): boolean {
  return (
    entity.appendOnly === true || (entity.managed === true && setsWith(entity, field).length > 0)
  )
}

/** The sets of fields, this one among them, that stand together once only. */
function setsWith(entity: Entity, field: string): (readonly string[])[] {
  const sets = (entity.unique ?? []).filter((set) => set.includes(field))
  return entity.fields[field]?.unique ? [[field], ...sets] : sets
}

/** What sets two records side by side speaks of just these two. */
function hangs({ appendOnly, fields, access }: Entity): boolean {
  return !appendOnly && !access.joins && 'entity' in fields && 'record' in fields
}

/** How the audit names a row that came along when records became one. */
export const moved = 'merge-move'

/** Makes every row that names the record `from` name `to`; what was moved stands in the audit. */
export async function repoint(unit: Unit, target: Entity, from: string, to: string): Promise<void> {
  for (const pointer of pointersTo(unit.house.registry, target))
    await swap(unit, pointer, await swapsOf(unit, target, pointer, from, to), moved)
}

/**
 * What would change. A record does not come to name itself; and of what a record has once only, the
 * one that stays keeps its own.
 */
async function swapsOf(
  unit: Unit,
  target: Entity,
  pointer: Pointer,
  from: string,
  to: string,
): Promise<Swap[]> {
  const { entity } = pointer
  const column = columnOf(pointer)
  const naming = isList(pointer)
    ? sql`${column} @> array[${from}::uuid]`
    : sql`${column} = ${from}::uuid`
  const own = pointer.hangs ? sql` and r.entity = ${target.name}` : raw('')
  const rows = await unit.tx.query<{ id: string; was: string | string[] }>(
    sql`select r.id, ${column} as was from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and ${naming} and r.id <> ${to}::uuid${own}
        and not ${takenSql(unit, pointer, to)}
      order by r.id`,
  )
  return rows.map(({ id, was }) => ({
    id,
    was,
    is: Array.isArray(was) ? [...new Set(was.map((one) => (one === from ? to : one)))] : to,
  }))
}

/** Whether a row like `r` names the other record already, where there may be one only. */
function takenSql(unit: Unit, { entity, field }: Pointer, to: string): Sql {
  const taken = setsWith(entity, field).map((set) => {
    const same = set.map((one) => {
      const column = raw(`k."${columnName(one)}"`)
      return one === field
        ? sql`${column} = ${to}::uuid`
        : sql`${column} = r.${raw(`"${columnName(one)}"`)}`
    })
    return sql`exists (select 1 from ${name(entity.table)} k
      where k.tenant = ${unit.sight.reader.tenant} and ${join(same, ' and ')})`
  })
  return taken.length > 0 ? sql`(${join(taken, ' or ')})` : raw('false')
}

/**
 * Changes those rows that still are as they were.
 * @returns ids of the rows that were changed
 */
export async function swap(
  unit: Unit,
  pointer: Pointer,
  swaps: readonly Swap[],
  action: string,
): Promise<Set<string>> {
  if (swaps.length === 0) return new Set()
  const done = await unit.tx.query<{ id: string }>(swapSql(unit, pointer, swaps))
  const ids = new Set(done.map(({ id }) => id))
  const { entity, field } = pointer
  for (const { id, was, is } of swaps.filter((one) => ids.has(one.id))) {
    const [before, after] = [{ [field]: was }, { [field]: is }]
    unit.audit.push({ entity: entity.name, record: id, action, reason: null, before, after })
    unit.changed.push({ entity: entity.name, id, action })
  }
  unit.held.clear()
  return ids
}

function swapSql(unit: Unit, pointer: Pointer, swaps: readonly Swap[]): Sql {
  const { tenant, now, me } = unit.sight.reader
  const { entity, hangs: isHanging } = pointer
  const type = raw(isList(pointer) ? 'uuid[]' : 'uuid')
  const stamp =
    entity.isLine || isHanging
      ? raw('')
      : sql`, version = version + 1, updated_at = ${now}, updated_by = ${me}`
  return sql`update ${name(entity.table)} r set ${raw(setSql(pointer))}${stamp}
    from jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb)
      as n(id uuid, was ${type}, "is" ${type})
    where r.tenant = ${tenant} and r.id = n.id and ${columnOf(pointer)} = n.was returning r.id`
}

function setSql({ entity, field }: Pointer): string {
  if (!entity.fields[field]?.extra) return `"${columnName(field)}" = n."is"`
  return `extra = r.extra || jsonb_build_object('${field}', n."is")`
}

function columnOf({ entity, field }: Pointer): Sql {
  return raw(valueSql(entity, field, 'r'))
}

function isList({ entity, field }: Pointer): boolean {
  return entity.fields[field]?.kind === 'refs'
}
