/** By what a list is sorted: a column of its own, or the names of the records a field points to. */
import { fail } from '../base/fail.ts'
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import { raw, type Sql } from '../db/sql.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'
import { valueSql } from '../entity/value-sql.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { castOf } from './compile-where.ts'
import { refTitleSql, titleSuffix } from './select.ts'

export interface Sort {
  field: string
  /** Where a row that was read holds the sorted value. */
  key: string
  column: Sql
  cast: string
  /** Column and direction, those without a value last. */
  by: Sql
  isDown: boolean
  /** The same, and where values are equal by id. */
  order: Sql
  beyond: Sql
  nullable: boolean
  /** No index gives this order: the rows are sorted when asked, so they must be few. */
  unindexed: boolean
}

/** So many rows are sorted without an index while one waits. */
export const mostSorted = 5000

const mostKeys = 3

/**
 * @param wished 'status,-number': fields in the order in which they count
 * @throws {Refusal} `list.cannot-sort`, `list.too-many-keys` (400)
 */
export function sortsOf(
  sight: Sight,
  entity: Entity,
  wished: string | undefined,
): readonly [Sort, ...Sort[]] {
  const [first, ...others] = wished?.split(',') ?? []
  if (others.length >= mostKeys)
    fail('list.too-many-keys', { most: mostKeys }, { status: 400, field: 'sort' })
  const sorts = [first, ...others].map((one) => sortOf(sight, entity, one))
  const fields = sorts.map(({ field }) => field)
  const twice = fields.find((field, at) => fields.indexOf(field) !== at)
  if (twice !== undefined) refuseSort(twice)
  return sorts as [Sort, ...Sort[]]
}

/**
 * @param wished 'name' or '-createdAt'; absent = the entity's own
 * @throws {Refusal} `list.cannot-sort` (400)
 */
function sortOf(sight: Sight, entity: Entity, wished: string | undefined): Sort {
  const text = wished ?? entity.list?.sort ?? (entity.isLine ? 'position' : '-createdAt')
  const descending = text.startsWith('-')
  const field = text.replace(/^-/u, '')
  const declared = entity.isLine && field === 'position' ? lineOrder : fieldNamed(entity, field)
  if (!declared || !seesField(declared, sight.reader.person)) refuseSort(field)
  const own = valueSql(entity, field, 'r')
  const title = refTitleSql(sight.registry, declared, own, 'r')
  if (title === null && !typeOf(declared).sortable && !declared.index) refuseSort(field)
  const column = title ?? own
  const way = descending ? 'desc' : 'asc'
  // An ascending index holds empty values last; read backwards they would come first.
  const by = `${column} ${way}${descending ? ' nulls last' : ''}`
  return {
    field,
    key: title === null ? field : `${field}${titleSuffix}`,
    column: raw(column),
    cast: title === null ? castOf(declared) : 'text',
    by: raw(by),
    isDown: descending,
    order: raw(`${by}, r.id ${way}`),
    beyond: raw(descending ? '<' : '>'),
    nullable: title !== null || !declared.required || declared.late === true,
    unindexed: title !== null || declared.extra === true,
  }
}

const lineOrder: Field = { kind: 'integer', required: true }

function refuseSort(field: string): never {
  return fail('list.cannot-sort', { field }, { status: 400, field: 'sort' })
}
