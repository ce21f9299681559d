/** What was written since a merge and needs the records as one stands in the way of its undo. */
import type { Unit } from '../action/unit.ts'
import { fail } from '../base/fail.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import { titleSql } from '../query/select.ts'
import { entityOf, type Registry } from '../registry.ts'

export interface Parting {
  keep: string
  /** Ids of the rows that would go back. */
  moved: readonly string[]
  /** Entries of the audit with greater ids were written since. */
  since: string
}

/** Rows that name records of the merged entity, themselves or by the document they belong to. */
interface Naming {
  entity: Entity
  /** The document of lines, else the entity itself. */
  head: Entity
  own: string[]
  heads: string[]
}

/**
 * A document of which a line went along must be as it was; and no document written since may join
 * what would go back with what stays, as the invoice does of an order.
 * @throws {Refusal} `merge.tied-since` (409) naming the document
 */
export async function refuseTies(unit: Unit, target: Entity, parting: Parting): Promise<void> {
  const { registry } = unit.house
  const naming = namingOf(registry, target)
  const ties = [
    ...naming.filter(({ entity, own }) => entity.isLine && own.length > 0).map(lineTie),
    ...naming.flatMap((one) =>
      pairsOf(one, naming).map(([field, other]) => joint(one, field, other)),
    ),
  ]
  const asked = ties.map((tie) => tie(unit, parting))
  if (asked.length === 0) return
  const [found] = await unit.tx.query<{ entity: string; title: string | null }>(
    join(asked, ' union all '),
  )
  if (!found) return
  const { label } = entityOf(registry, found.entity)
  fail('merge.tied-since', { entity: label.one, title: found.title ?? '' }, { status: 409 })
}

type Tie = (unit: Unit, parting: Parting) => Sql

function namingOf(registry: Registry, target: Entity): Naming[] {
  return [...registry.entities.values()].flatMap((entity) => {
    const head = headOf(registry, entity)
    if (entity.appendOnly || entity === target) return []
    const own = fieldsTo(entity, target)
    const heads = head === entity ? [] : fieldsTo(head, target)
    return own.length + heads.length > 0 ? [{ entity, head, own, heads }] : []
  })
}

function headOf(registry: Registry, entity: Entity): Entity {
  if (!entity.isLine) return entity
  const head = [...registry.entities.values()].find((one) =>
    Object.values(one.fields).some((field) => field.of?.name === entity.name),
  )
  return head ?? entity
}

function fieldsTo(entity: Entity, target: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => {
    const { kind, target: to } = entity.fields[field] ?? {}
    return to === target.name && (kind === 'ref' || kind === 'person')
  })
}

/** References between rows that both name records of the merged entity. */
function pairsOf(one: Naming, all: readonly Naming[]): [field: string, other: Naming][] {
  return all.flatMap((other) =>
    fieldsTo(one.entity, other.entity).map((field): [string, Naming] => [field, other]),
  )
}

/** E.g. an order of which a line came along was shipped since. */
function lineTie({ entity, head }: Naming): Tie {
  return (unit, { moved, since }) => sql`(select ${titleOf(unit, head, 'h')}
    from ${name(entity.table)} l join ${name(head.table)} h
      on h.tenant = l.tenant and h.id = l.parent
    where l.tenant = ${unit.sight.reader.tenant} and l.id = any(${moved}::uuid[])
      and ${writtenSince(unit, head, 'h', since)} limit 1)`
}

/** E.g. an invoice that stays was written since for an order that would go back. */
function joint(one: Naming, field: string, other: Naming): Tie {
  const column = raw(`a."${columnName(field)}"`)
  return (unit, { keep, moved, since }) => {
    const { tenant } = unit.sight.reader
    return sql`(select ${titleOf(unit, one.head, 'ah')}
      from ${fromSql(one, 'a')}
        join ${fromSql(other, 'b')} on b.tenant = a.tenant and b.id = ${column}
      where a.tenant = ${tenant} and ${names(one, 'a', keep)} and ${names(other, 'b', keep)}
        and ${isMoved('a', moved)} <> ${isMoved('b', moved)}
        and ${writtenSince(unit, one.head, 'ah', since)} limit 1)`
  }
}

/** The rows as `x` with their document as `xh`. */
function fromSql({ entity, head }: Naming, alias: string): Sql {
  const [row, doc] = [raw(alias), raw(`${alias}h`)]
  const parent = raw(`${alias}.${entity.isLine ? 'parent' : 'id'}`)
  return sql`(${name(entity.table)} ${row} join ${name(head.table)} ${doc}
    on ${doc}.tenant = ${row}.tenant and ${doc}.id = ${parent})`
}

function names({ own, heads }: Naming, alias: string, keep: string): Sql {
  const columns = [
    ...own.map((field) => `${alias}."${columnName(field)}"`),
    ...heads.map((field) => `${alias}h."${columnName(field)}"`),
  ]
  return sql`${keep}::uuid in (${raw(columns.join(', '))})`
}

function isMoved(alias: string, moved: readonly string[]): Sql {
  const ids = sql`any(${moved}::uuid[])`
  return sql`(${raw(alias)}.id = ${ids} or ${raw(`${alias}h`)}.id = ${ids})`
}

/** What lies in the recycle bin ties nothing. */
function writtenSince(unit: Unit, entity: Entity, alias: string, since: string): Sql {
  const row = raw(alias)
  return sql`${row}.deleted_at is null and exists (select 1 from audit w
    where w.tenant = ${unit.sight.reader.tenant} and w.entity = ${entity.name}
      and w.record = ${row}.id and w.id > ${since}::uuid)`
}

function titleOf(unit: Unit, entity: Entity, alias: string): Sql {
  return raw(`'${entity.name}' as entity, ${titleSql(unit.house.registry, entity, alias)} as title`)
}
