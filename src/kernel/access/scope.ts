/** The one compiler of row permission: lists, counts, search, reports, exports, API and files. */
import type { Reader } from '../action/ctx.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { columnName, type Entity, type Scope } from '../entity/entity.ts'
import { always, compileWhere, never } from '../query/compile-where.ts'
import { entityOf, type Registry } from '../registry.ts'
import { keyCovers, type TenantGrants } from './grant-book.ts'

/** Names of the kinds of records that rows hang on; undefined where they are not known. */
export type Hung = readonly string[] | undefined

export interface Sight {
  registry: Registry
  grants: TenantGrants
  reader: Reader
}

/**
 * Rows of `entity` under `alias` that the person may read (or update, delete, …).
 * @param hung where rows hang on records of any kind and the kinds are known, these: a statement
 *   that asks for every kind takes fifty times as long to plan as to run
 */
export function rowScope(
  sight: Sight,
  entity: Entity,
  right: string,
  alias: string,
  hung?: Hung,
): Sql {
  const { reader, grants } = sight
  if (reader.person.id === null && reader.person.roles.length > 0) return always
  if (entity.isLine) return lineScope(sight, entity, right, alias)
  if (!keyCovers(reader.person, entity.name, right)) return never
  const scopes = grants.scopes(reader.person, entity.name, right)
  if (scopes.includes('all')) return always
  // The program names entities as declared; a company's rights may go by fields of its own.
  const own = sight.registry.entities.get(entity.name) ?? entity
  const ways = scopes.map((scope) => scopeSql(own, scope, reader, alias))
  const inherited = right === 'read' ? inheritedScope(asPerson(sight), entity, alias, hung) : null
  if (inherited) ways.push(inherited)
  const shared = sharedScope(sight, entity, right, alias)
  if (shared) ways.push(shared)
  const real = ways.filter((way) => way !== never)
  return real.length === 0 ? never : sql`(${join(real, ' or ')})`
}

function scopeSql(entity: Entity, scope: Scope, reader: Reader, alias: string): Sql {
  return scope === 'all' ? always : sql`(${compileWhere(entity, scope, reader, alias)})`
}

/** Rows of a document are seen with the document. */
function lineScope(sight: Sight, lines: Entity, right: string, alias: string): Sql {
  const parent = [...sight.registry.entities.values()].find((entity) =>
    Object.values(entity.fields).some(
      (field) => field.kind === 'lines' && field.of?.name === lines.name,
    ),
  )
  if (!parent) return never
  return sql`exists (${parentRow(sight, parent, right, alias, raw(`${alias}.parent`))})`
}

function parentRow(sight: Sight, parent: Entity, right: string, alias: string, id: Sql): Sql {
  const inner = `${alias}_p`
  return sql`select 1 from ${name(parent.table)} ${raw(inner)}
    where ${raw(inner)}.tenant = ${raw(alias)}.tenant and ${raw(inner)}.id = ${id}
      and ${rowScope(sight, parent, right, inner)}`
}

/** A key that names contacts reads those of the customers that the person sees. */
export function asPerson(sight: Sight): Sight {
  const { reader } = sight
  if (reader.person.scopes === null) return sight
  return { ...sight, reader: { ...reader, person: { ...reader.person, scopes: null } } }
}

function inheritedScope(sight: Sight, entity: Entity, alias: string, hung: Hung): Sql | null {
  const field = entity.access.inherit
  if (!field) return null
  if (entity.access.joins) return bothRecordsScope(sight, entity, alias, hung)
  if (field === 'record') return anyRecordScope(sight, entity, alias, hung)
  const target = entity.fields[field]?.target
  if (!target) throw new Error(`${entity.name} inherits from ${field}, which points to nothing`)
  const parent = entityOf(sight.registry, target)
  const id = raw(`${alias}."${columnName(field)}"`)
  return sql`exists (${parentRow(sight, parent, 'read', alias, id)})`
}

/** Comments, files: whoever sees the record they hang on sees them. */
function anyRecordScope(sight: Sight, entity: Entity, alias: string, hung: Hung): Sql {
  const parents = kindsAmong(sight, hung).filter(
    (parent) => !parent.isLine && parent.name !== entity.name && parent.access.inherit !== 'record',
  )
  const cases = parents.flatMap((parent) => {
    const inner = rowScope(sight, parent, 'read', `${alias}_p`)
    if (inner === never) return []
    const row = parentRow(sight, parent, 'read', alias, raw(`${alias}."record"`))
    return [sql`when ${raw(`'${parent.name}'`)} then exists (${row})`]
  })
  if (cases.length === 0) return never
  return sql`(case ${raw(alias)}."entity" ${join(cases, ' ')} else false end)`
}

function kindsAmong({ registry }: Sight, hung: Hung): Entity[] {
  const all = [...registry.entities.values()]
  return hung ? all.filter((entity) => hung.includes(entity.name)) : all
}

/** Whether records of the entity may be seen with others at all. */
export function inheritsSight(sight: Sight, { access }: Entity): boolean {
  if (!access.joins) return access.inherit !== undefined
  const { registry, grants, reader } = asPerson(sight)
  return [...registry.entities.values()].some(
    ({ name: of, duplicates }) =>
      duplicates && grants.scopes(reader.person, of, 'merge').length > 0,
  )
}

/** Two records side by side are for whoever sees both and may make one of them. */
function bothRecordsScope(sight: Sight, entity: Entity, alias: string, hung: Hung): Sql {
  const fields = ['record', columnName(entity.access.joins ?? '')]
  const cases = kindsAmong(sight, hung).flatMap((parent) => {
    if (!parent.duplicates || rowScope(sight, parent, 'merge', `${alias}_p`) === never) return []
    const both = fields.flatMap((field) =>
      ['read', 'merge'].map((right) => {
        const id = raw(`${alias}."${field}"`)
        return sql`exists (${parentRow(sight, parent, right, alias, id)})`
      }),
    )
    return [sql`when ${raw(`'${parent.name}'`)} then ${join(both, ' and ')}`]
  })
  if (cases.length === 0) return never
  return sql`(case ${raw(alias)}."entity" ${join(cases, ' ')} else false end)`
}

/** Records shared with the person or the person's department, until a day. */
function sharedScope(sight: Sight, entity: Entity, right: string, alias: string): Sql | null {
  const { person, tenant, today } = sight.reader
  if (right !== 'read' && right !== 'update') return null
  if (person.id === null || !person.shared.includes(entity.name)) return null
  const mayEdit = right === 'update' ? raw(' and s.may_edit') : raw('')
  const department = person.department
    ? sql` or s.department = ${person.department}::uuid`
    : raw('')
  return sql`${raw(alias)}.id in (
    select s.record from share s where s.tenant = ${tenant} and s.entity = ${entity.name}
      and (s.person = ${person.id}::uuid${department})
      and (s.until_on is null or s.until_on >= ${today}::date) and s.deleted_at is null${mayEdit})`
}
