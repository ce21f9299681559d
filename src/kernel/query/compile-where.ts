/** Turns the one filter language into SQL, with declared identifiers and values as parameters. */
import type { Reader } from '../action/ctx.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import { allFields, columnName, type Entity } from '../entity/entity.ts'
import { lineFieldNamed } from '../entity/links.ts'
import type { Field } from '../field/field.ts'
import { entityWord } from '../search/owner-words.ts'
import { rangeOn } from './range.ts'
import { searchCondition } from './search-condition.ts'
import type { Condition, FieldWhere, Scalar, Where } from './where.ts'

export const always = raw('true')
export const never = raw('false')

const arrays = new Set(['choices', 'tags', 'refs'])
const people = new Set(['me', 'my-team', 'my-department'])

/**
 * @param alias the table's name in the statement
 * @throws {Error} for a field the entity does not have: input is checked by parse-where.ts before
 */
export function compileWhere(entity: Entity, where: Where, reader: Reader, alias: string): Sql {
  const fields = allFields(entity)
  const parts: Sql[] = []
  for (const [key, wanted] of Object.entries(where)) {
    if (wanted === undefined) continue
    if (key === 'any') {
      const choices = (wanted as readonly Where[]).map((one) =>
        compileWhere(entity, one, reader, alias),
      )
      parts.push(choices.length === 0 ? never : sql`(${join(choices, ' or ')})`)
    } else if (key === 'not') {
      parts.push(
        sql`not coalesce((${compileWhere(entity, wanted as Where, reader, alias)}), false)`,
      )
    } else if (key === 'search') {
      const kind = entityWord(reader.tenant, entity)
      parts.push(searchCondition(entity, String(wanted), { kind, within: kind }, alias))
    } else if (key === 'id') {
      parts.push(compileField(idField, 'id', wanted as FieldWhere, reader, alias))
    } else if (key.includes('.')) {
      parts.push(compileLineField(entity, key, wanted as FieldWhere, reader, alias))
    } else {
      const field = fields[key]
      if (!field) throw new Error(`${entity.name} has no field ${key}`)
      parts.push(compileField(field, columnName(key), wanted as FieldWhere, reader, alias))
    }
  }
  return parts.length === 0 ? always : join(parts, ' and ')
}

/** Records of which at least one line fulfils the condition. */
function compileLineField(
  entity: Entity,
  key: string,
  wanted: FieldWhere,
  reader: Reader,
  alias: string,
): Sql {
  const asked = lineFieldNamed(entity, key)
  if (!asked) throw new Error(`${entity.name} has no field ${key}`)
  const line = `${alias}_l`
  const condition = compileField(asked.field, columnName(asked.name), wanted, reader, line)
  return sql`${raw(alias)}.id in (select ${raw(line)}.parent
    from ${name(asked.lines.table)} ${raw(line)}
    where ${raw(line)}.tenant = ${reader.tenant} and ${condition})`
}

const idField: Field = { kind: 'ref', required: true }

function compileField(
  field: Field,
  columnNamed: string,
  wanted: FieldWhere,
  reader: Reader,
  alias: string,
): Sql {
  const column = raw(`${alias}."${columnNamed}"`)
  if (wanted === null) return sql`${column} is null`
  if (Array.isArray(wanted)) return oneOf(field, column, wanted as readonly Scalar[], reader)
  if (typeof wanted === 'object') return conditions(field, column, wanted as Condition, reader)
  return oneOf(field, column, [wanted], reader)
}

function oneOf(field: Field, column: Sql, wanted: readonly Scalar[], reader: Reader): Sql {
  const values = wanted.filter((value) => value !== null)
  const empty = wanted.includes(null) ? [sql`${column} is null`] : []
  const filled = values.length > 0 ? [isOneOf(field, column, values, reader)] : []
  const parts = [...filled, ...empty]
  return parts.length === 0 ? never : sql`(${join(parts, ' or ')})`
}

function isOneOf(field: Field, column: Sql, values: readonly Scalar[], reader: Reader): Sql {
  if (arrays.has(field.kind)) {
    const list = raw(field.kind === 'refs' ? 'uuid[]' : 'text[]')
    return sql`${column} && ${resolved(values, reader)}::${list}`
  }
  if (values.some((value) => value === 'my-department')) return inDepartment(column, reader)
  const list = resolved(values, reader)
  const type = castOf(field)
  if (list.length === 1) return sql`${column} = ${list[0]}::${raw(type)}`
  return sql`${column} = any(${list}::${raw(type)}[])`
}

function inDepartment(column: Sql, reader: Reader): Sql {
  if (!reader.person.department) return never
  return sql`${column} in (select u.id from "user" u
    where u.tenant = ${reader.tenant} and u.department = ${reader.person.department}::uuid)`
}

/** 'me' and 'my-team' become the ids of people; nobody when the program asks for itself. */
function resolved(values: readonly Scalar[], reader: Reader): unknown[] {
  return values.flatMap((value) => {
    if (value === 'me') return reader.person.id ? [reader.person.id] : []
    if (value === 'my-team') return [...reader.person.team]
    return people.has(String(value)) ? [] : [value]
  })
}

export function castOf(field: Field): string {
  if (field.kind === 'ref' || field.kind === 'person' || field.kind === 'file') return 'uuid'
  if (field.kind === 'picture') return 'uuid'
  if (field.kind === 'integer') return 'integer'
  if (field.kind === 'boolean') return 'boolean'
  if (field.kind === 'date') return 'date'
  if (field.kind === 'instant') return 'timestamptz'
  if (field.kind === 'decimal' || field.kind === 'money' || field.kind === 'percent')
    return 'numeric'
  return 'text'
}

function conditions(field: Field, column: Sql, wanted: Condition, reader: Reader): Sql {
  const type = raw(castOf(field))
  const parts: Sql[] = []
  const compare = (operator: string, value: unknown) =>
    parts.push(sql`${column} ${raw(operator)} ${value}::${type}`)
  if (wanted.in) parts.push(oneOf(field, column, wanted.in, reader))
  if (wanted.not !== undefined) {
    const refused = Array.isArray(wanted.not) ? (wanted.not as Scalar[]) : [wanted.not as Scalar]
    parts.push(sql`not coalesce(${oneOf(field, column, refused, reader)}, false)`)
  }
  if (wanted.over !== undefined) compare('>', wanted.over)
  if (wanted.from !== undefined) compare('>=', wanted.from)
  if (wanted.under !== undefined) compare('<', wanted.under)
  if (wanted.until !== undefined) compare('<=', wanted.until)
  if (wanted.has !== undefined) parts.push(sql`${column} ilike ${`%${likeText(wanted.has)}%`}`)
  if (wanted.starts !== undefined) parts.push(sql`${column} ilike ${`${likeText(wanted.starts)}%`}`)
  if (wanted.empty !== undefined) parts.push(emptiness(field, column, wanted.empty))
  if (wanted.within !== undefined) parts.push(within(field, column, wanted.within, reader))

  return parts.length === 0 ? always : sql`(${join(parts, ' and ')})`
}

function emptiness(field: Field, column: Sql, empty: boolean): Sql {
  const none = arrays.has(field.kind)
    ? sql`(${column} is null or cardinality(${column}) = 0)`
    : sql`(${column} is null)`
  return empty ? none : sql`(not ${none})`
}

function within(field: Field, column: Sql, name: string, reader: Reader): Sql {
  const range = rangeOn(name, reader.today)
  if (!range) throw new Error(`No such range of days: ${name}`)
  if (field.kind === 'date')
    return sql`${column} between ${range.from}::date and ${range.until}::date`
  const zone = reader.timeZone
  return sql`${column} >= (${range.from}::date)::timestamp at time zone ${zone}::text
    and ${column} < ((${range.until}::date) + 1)::timestamp at time zone ${zone}::text`
}

function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/gu, String.raw`\$&`)
}
