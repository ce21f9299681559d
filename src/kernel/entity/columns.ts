/** Values of fields as parameters of the database, and the statements that write whole records. */
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { typeOf } from '../field/types.ts'
import { columnName, type Entity } from './entity.ts'
import type { Values } from './parse-draft.ts'

/** Parameter for a field's column. */
export function parameterOf(entity: Entity, field: string, value: unknown): unknown {
  const declared = entity.fields[field]
  if (value === undefined || value === null) return null
  const toColumn = declared ? typeOf(declared).toColumn : undefined
  return toColumn ? toColumn(value) : value
}

/** Stored fields among those given, in the order of the declaration so that statements repeat. */
export function storedOf(entity: Entity, values: Values): string[] {
  return Object.keys(entity.fields).filter((field) => {
    const declared = entity.fields[field]
    if (!(field in values) || declared === undefined || declared.extra) return false
    return typeOf(declared).column !== null
  })
}

/** The values among those given of the company's own fields, as they lie in `extra`. */
function extraOf(entity: Entity, values: Values): Values | null {
  const own = Object.entries(values).filter(([field]) => entity.fields[field]?.extra)
  return own.length > 0 ? Object.fromEntries(own) : null
}

export interface Stamp {
  tenant: string
  now: Date
  me: string | null
}

export function insertSql(entity: Entity, id: string, values: Values, stamp: Stamp): Sql {
  const fields = storedOf(entity, values)
  const columns = [
    ...fields.map(columnName),
    'created_at',
    'created_by',
    'updated_at',
    'updated_by',
  ]
  const params = fields.map((field) => sql`${parameterOf(entity, field, values[field])}`)
  const extra = extraOf(entity, values)
  if (extra) columns.unshift('extra')
  if (extra) params.unshift(sql`jsonb_strip_nulls(${JSON.stringify(extra)}::jsonb)`)
  const given = join([...params, sql`${stamp.now}, ${stamp.me}, ${stamp.now}, ${stamp.me}`], ', ')
  const list = raw(columns.map((column) => `"${column}"`).join(', '))
  return sql`insert into ${name(entity.table)} (tenant, id, ${list})
    values (${stamp.tenant}, ${id}, ${given})`
}

/** Many records in one statement whose text does not depend on their number. */
export function insertManySql(
  entity: Entity,
  rows: (Values & { id: string })[],
  stamp: Stamp,
): Sql {
  const fields = storedOf(entity, Object.assign({}, ...rows) as Values)
  const hasExtra = rows.some((row) => extraOf(entity, row))
  const columns = [...fields.map(columnName), ...(hasExtra ? ['extra'] : [])]
  const list = raw(columns.map((column) => `, "${column}"`).join(''))
  const json = JSON.stringify(
    rows.map((row) => ({
      ...row,
      ...Object.fromEntries(fields.map((field) => [field, row[field] ?? null])),
      ...(hasExtra ? { extra: extraOf(entity, row) ?? {} } : {}),
    })),
  )
  const own = hasExtra ? ', jsonb_strip_nulls(a.extra)' : ''
  const picked = raw(fields.map((field) => `, a."${field}"`).join('') + own)
  const types = fields.map((field) => `, "${field}" ${columnType(entity, field)}`)
  const shape = raw([...types, ...(hasExtra ? [', extra jsonb'] : [])].join(''))
  return sql`insert into ${name(entity.table)}
      (tenant, id, created_at, created_by, updated_at, updated_by${list})
    select ${stamp.tenant}::uuid, a.id, ${stamp.now}::timestamptz, ${stamp.me}::uuid,
      ${stamp.now}::timestamptz, ${stamp.me}::uuid${picked}
    from jsonb_to_recordset(${json}::jsonb) as a(id uuid${shape})`
}

/** Rows of a new document. */
export function insertLinesSql(lines: Entity, parent: string, rows: Values[], tenant: string): Sql {
  const { fields, own } = fieldsOfLines(lines)
  const json = JSON.stringify(
    rows.map((row, index) => ({
      ...row,
      position: index + 1,
      ...(own.length > 0 && { extra: extraOf(lines, row) ?? {} }),
    })),
  )
  const columns = [...fields.map(columnName), ...(own.length > 0 ? ['extra'] : [])]
  const list = raw(columns.map((column) => `, "${column}"`).join(''))
  const kept = own.length > 0 ? ', jsonb_strip_nulls(a.extra)' : ''
  const picked = raw(fields.map((field) => `, a."${field}"`).join('') + kept)
  const types = fields.map((field) => `, "${field}" ${columnType(lines, field)}`)
  const shape = raw([...types, ...(own.length > 0 ? [', extra jsonb'] : [])].join(''))
  return sql`insert into ${name(lines.table)} (tenant, id, parent, position${list})
    select ${tenant}::uuid, a.id, ${parent}::uuid, a.position${picked}
    from jsonb_to_recordset(${json}::jsonb) as a(id uuid, position integer${shape})`
}

/**
 * Rows of a document that may be there already: new ones are added, known ones written over, but
 * for what they hold of own fields that lie in the recycle bin.
 */
export function upsertLinesSql(lines: Entity, parent: string, rows: Values[], tenant: string): Sql {
  const { fields, own } = fieldsOfLines(lines)
  const over = fields.map(columnName).map((column) => `, "${column}" = excluded."${column}"`)
  const ownOver = sql`, extra = (${name(lines.table)}.extra - ${own}::text[]) || excluded.extra`
  return sql`${insertLinesSql(lines, parent, rows, tenant)}
    on conflict (tenant, id) do update set position = excluded.position${raw(over.join(''))}${
      own.length > 0 ? ownOver : raw('')
    }`
}

/** Those with a column each, and the company's own. */
function fieldsOfLines({ fields }: Entity): { fields: string[]; own: string[] } {
  const [own, declared] = [true, false].map((isOwn) =>
    Object.keys(fields).filter((field) => (fields[field]?.extra === true) === isOwn),
  )
  return { fields: declared ?? [], own: own ?? [] }
}

function columnType(entity: Entity, field: string): string {
  const declared = entity.fields[field]
  return (declared && typeOf(declared).column) ?? 'text'
}

export function updateSql(entity: Entity, id: string, values: Values, stamp: Stamp): Sql {
  const fields = storedOf(entity, values)
  const sets = fields.map(
    (field) => sql`${name(columnName(field))} = ${parameterOf(entity, field, values[field])}`,
  )
  const extra = extraOf(entity, values)
  if (extra) sets.push(sql`extra = jsonb_strip_nulls(extra || ${JSON.stringify(extra)}::jsonb)`)
  const bumped = sql`version = version + 1, updated_at = ${stamp.now}, updated_by = ${stamp.me}`
  return sql`update ${name(entity.table)} set ${join([...sets, bumped], ', ')}
    where tenant = ${stamp.tenant} and id = ${id}`
}
