/** Turns the one filter language into SQL, with declared identifiers and values as parameters. */
import type { Reader } from '../action/ctx.ts'
import { join, name, raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import { lineFieldNamed } from '../entity/links.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { entityWord } from '../search/owner-words.ts'
import { askedField, daysOf, isList, meant, spanOf, spanOfRange, type Span } from './meaning.ts'
import { searchCondition } from './search-condition.ts'
import type { Condition, FieldWhere, Scalar, Where } from './where.ts'

export const always = raw('true')
export const never = raw('false')

/**
 * @param alias the table's name in the statement
 * @throws {Error} for a field the entity does not have: input is checked by parse-where.ts before
 */
export function compileWhere(entity: Entity, where: Where, reader: Reader, alias: string): Sql {
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
      const within = { words: kind, people: null }
      parts.push(searchCondition(entity, String(wanted), { kind, within }, alias))
    } else if (key.includes('.')) {
      parts.push(compileLineField(entity, key, wanted as FieldWhere, reader, alias))
    } else {
      const field = askedField(entity, key)
      if (!field) throw new Error(`${entity.name} has no field ${key}`)
      const column = raw(valueSql(entity, key, alias))
      parts.push(compileField({ field, column, reader }, wanted as FieldWhere))
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
  const column = raw(valueSql(asked.lines, asked.name, line))
  const condition = compileField({ field: asked.field, column, reader }, wanted)
  return sql`${raw(alias)}.id in (select ${raw(line)}.parent
    from ${name(asked.lines.table)} ${raw(line)}
    where ${raw(line)}.tenant = ${reader.tenant} and ${condition})`
}

interface Asked {
  field: Field
  column: Sql
  reader: Reader
}

function compileField(asked: Asked, wanted: FieldWhere): Sql {
  if (Array.isArray(wanted)) return oneOf(asked, wanted as readonly Scalar[])
  if (typeof wanted !== 'object' || wanted === null) return oneOf(asked, [wanted])
  return conditions(asked, wanted as Condition)
}

function oneOf(asked: Asked, wanted: readonly Scalar[]): Sql {
  const values = wanted.filter((value) => value !== null)
  const empty = wanted.includes(null) ? [emptiness(asked)] : []
  const filled = values.length > 0 ? [isOneOf(asked, values)] : []
  const parts = [...filled, ...empty]
  return parts.length === 0 ? never : sql`(${join(parts, ' or ')})`
}

function isOneOf({ field, column, reader }: Asked, values: readonly Scalar[]): Sql {
  const list = meant(field, values, reader.person)
  if (isList(field)) return sql`${column} && ${list}::${raw(typeOf(field).column ?? 'text[]')}`
  if (field.kind === 'instant') return isOneSpan(column, list, reader)
  const type = castOf(field)
  if (list.length === 1) return sql`${column} = ${list[0]}::${raw(type)}`
  return sql`${column} = any(${list}::${raw(type)}[])`
}

function isOneSpan(column: Sql, values: readonly Scalar[], { timeZone }: Reader): Sql {
  const spans = values.map((value) => inSpan(column, spanOf(String(value), timeZone)))
  return spans.length === 0 ? never : sql`(${join(spans, ' or ')})`
}

function inSpan(column: Sql, { from, below }: Span): Sql {
  return sql`(${column} >= ${from}::timestamptz and ${column} < ${below}::timestamptz)`
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

function conditions(asked: Asked, wanted: Condition): Sql {
  const parts: Sql[] = []
  if (wanted.in) parts.push(oneOf(asked, wanted.in))
  if (wanted.not !== undefined) {
    const refused = Array.isArray(wanted.not) ? (wanted.not as Scalar[]) : [wanted.not as Scalar]
    parts.push(sql`not coalesce(${oneOf(asked, refused)}, false)`)
  }
  for (const operator of ['over', 'from', 'under', 'until'] as const) {
    const limit = wanted[operator]
    if (limit !== undefined) parts.push(comparison(asked, operator, limit))
  }
  if (wanted.has !== undefined)
    parts.push(sql`strpos(${foldedColumn(asked)}, ${foldedText(wanted.has)}) > 0`)
  if (wanted.starts !== undefined)
    parts.push(sql`starts_with(${foldedColumn(asked)}, ${foldedText(wanted.starts)})`)
  if (wanted.empty !== undefined)
    parts.push(wanted.empty ? emptiness(asked) : sql`(not ${emptiness(asked)})`)
  if (wanted.within !== undefined) parts.push(within(asked, wanted.within))
  return parts.length === 0 ? always : sql`(${join(parts, ' and ')})`
}

const signs = { over: '>', from: '>=', under: '<', until: '<=' } as const

/** A day that is compared with a moment is a day of the company, from midnight to midnight. */
function comparison(
  { field, column, reader }: Asked,
  operator: keyof typeof signs,
  limit: string | number,
): Sql {
  const type = raw(castOf(field))
  if (field.kind !== 'instant') return sql`${column} ${raw(signs[operator])} ${limit}::${type}`
  const { from, below } = spanOf(String(limit), reader.timeZone)
  if (operator === 'from') return sql`${column} >= ${from}::${type}`
  if (operator === 'under') return sql`${column} < ${from}::${type}`
  return sql`${column} ${raw(operator === 'over' ? '>=' : '<')} ${below}::${type}`
}

function emptiness({ field, column }: Asked): Sql {
  if (!isList(field)) return sql`(${column} is null)`
  return sql`(${column} is null or cardinality(${column}) = 0)`
}

function within({ field, column, reader }: Asked, name: string): Sql {
  if (field.kind !== 'date') return inSpan(column, spanOfRange(name, reader))
  const { from, until } = daysOf(name, reader.today)
  return sql`${column} between ${from}::date and ${until}::date`
}

function foldedColumn({ field, column }: Asked): Sql {
  return folded(typeOf(field).inWords?.sql(column) ?? column)
}

/** Width and case do not count: 'ＡＢＣ' is 'abc'. */
function folded(text: Sql): Sql {
  return sql`lower(normalize(${text}, nfkc))`
}

function foldedText(text: string): Sql {
  return folded(sql`${text}::text`)
}
