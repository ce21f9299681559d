/** Which columns a read brings, and how the names of referenced records come with them. */
import { columnName, allFields, type Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import type { Registry } from '../registry.ts'

/** Suffix of the columns that carry the title of a referenced record. */
export const titleSuffix = '__title'

const systemColumns = 'version, deletedAt'.split(', ')

/** The column list of a table for the given fields, each under its field's name. */
export function columnsSql(entity: Entity, fields: readonly string[], alias: string): string {
  const declared = allFields(entity)
  const columns = [`${alias}.id`]
  if (entity.isLine) columns.push(`${alias}.parent`, `${alias}.position`)
  else for (const name of systemColumns) columns.push(`${alias}.${columnName(name)} as "${name}"`)
  for (const name of fields) {
    const field = declared[name]
    if (field && typeOf(field).column !== null)
      columns.push(`${valueSql(entity, name, alias)} as "${name}"`)
  }
  return columns.join(', ')
}

/** All stored fields of an entity. */
export function storedFields(entity: Entity): string[] {
  return Object.entries(allFields(entity))
    .filter(([, field]) => typeOf(field).column !== null)
    .map(([name]) => name)
}

/** Scalar sub-queries that bring the titles of referenced records of the given fields. */
export function titlesSql(
  registry: Registry,
  entity: Entity,
  fields: readonly string[],
  alias: string,
): string {
  const declared = allFields(entity)
  const columns: string[] = []
  for (const name of fields) {
    const field = declared[name]
    const column = valueSql(entity, name, alias)
    const title = field
      ? (refTitleSql(registry, field, column, alias) ??
        refsTitlesSql(registry, field, column, alias))
      : null
    if (title) columns.push(`, ${title} as "${name}${titleSuffix}"`)
  }
  return columns.join('')
}

/** The title of the record a ref column points to, or null where the field is no reference. */
export function refTitleSql(
  registry: Registry,
  field: Field,
  column: string,
  alias: string,
): string | null {
  if ((field.kind !== 'ref' && field.kind !== 'person') || !field.target) return null
  const target = registry.entities.get(field.target)
  if (!target) return null
  const inner = `${alias}t`
  return `(select ${titleSql(registry, target, inner)} from "${target.table}" ${inner}
    where ${inner}.tenant = ${alias}.tenant and ${inner}.id = ${column})`
}

/** The titles of the records that a refs column points to, by id. */
function refsTitlesSql(
  registry: Registry,
  { kind, target: to }: Field,
  column: string,
  alias: string,
): string | null {
  const target = kind === 'refs' ? registry.entities.get(to ?? '') : undefined
  if (!target) return null
  const inner = `${alias}t`
  return `(select jsonb_object_agg(${inner}.id, ${titleSql(registry, target, inner)})
    from "${target.table}" ${inner}
    where ${inner}.tenant = ${alias}.tenant and ${inner}.id = any(${column}))`
}

/** The title of a record as SQL: its title field, or the title of what that field points to. */
export function titleSql(registry: Registry, entity: Entity, alias: string): string {
  const field = entity.fields[entity.title]
  const column = `${alias}."${columnName(entity.title)}"`
  return (field && refTitleSql(registry, field, column, alias)) ?? `${column}::text`
}

/** Takes the titles out of the rows into the map that travels beside them. */
export function splitTitles(
  entity: Entity,
  rows: Record<string, unknown>[],
  refs: Record<string, Record<string, { title: string }>> = {},
): Record<string, Record<string, { title: string }>> {
  const declared = allFields(entity)
  for (const row of rows) {
    for (const key of Object.keys(row)) {
      if (!key.endsWith(titleSuffix)) continue
      const name = key.slice(0, -titleSuffix.length)
      const [title, own, target] = [row[key], row[name], declared[name]?.target]
      delete row[key]
      if (title === null || target === undefined) continue
      const known = (refs[target] ??= {})
      const titles = typeof title === 'object' ? Object.entries(title) : [[String(own), title]]
      for (const [id, one] of titles as [string, unknown][]) known[id] = { title: String(one) }
    }
  }
  return refs
}
