/** Where the database keeps a field's value: its column, or the bag of a company's own fields. */
import { typeOf } from '../field/types.ts'
import { columnName, type Entity } from './entity.ts'

/**
 * The value as SQL, of the column's type. Fields that a company added lie together in `extra`
 * (jsonb); their names were checked (custom-name.ts), so they may stand in the text.
 */
export function valueSql(entity: Entity, field: string, alias: string): string {
  const declared = entity.fields[field]
  if (!declared?.extra) return `${alias}."${columnName(field)}"`
  const type = typeOf(declared).column ?? 'text'
  if (type.endsWith('[]')) {
    const each = `jsonb_array_elements_text(${alias}.extra->'${field}')`
    return `(select array_agg(v::${type.slice(0, -2)}) from ${each} v)`
  }
  const text = `(${alias}.extra->>'${field}')`
  const value = type === 'text' ? text : `${text}::${type}`
  return declared.kind === 'boolean' ? `coalesce(${value}, false)` : value
}
