/** What records look like when they are read, added and changed. */
import type { EntityMeta, FieldMeta } from '../wire.ts'
import { fieldSchema, instant, object, orNull, ref, uuid, whole, type Json } from './schema.ts'

/** By name: the record itself, `….new` to add one, `….change` to change one. */
export function entitySchemas(entity: EntityMeta): Record<string, Json> {
  const { name, label } = entity
  const titled = (schema: Json) => ({ ...schema, description: label.one })
  return {
    [name]: titled(entity.isLine ? lineSchema(entity) : rowSchema(entity)),
    [`${name}.new`]: titled(draftSchema(entity)),
    ...(entity.isLine ? {} : { [`${name}.change`]: titled(changeSchema(entity)) }),
  }
}

export function fieldsSchema(fields: readonly FieldMeta[], of = ''): Record<string, Json> {
  return Object.fromEntries(
    fields.map((field) => [field.name, fieldSchema(field, ref(`${field.target}${of}`))]),
  )
}

/** What an action asks; rows that belong to no document are described no further. */
export function inputSchema(
  input: readonly FieldMeta[],
  entities: ReadonlySet<string>,
): Record<string, Json> {
  const lines = ({ target = '' }: FieldMeta) =>
    entities.has(target) ? ref(`${target}.new`) : { type: 'object' }
  return Object.fromEntries(input.map((field) => [field.name, fieldSchema(field, lines(field))]))
}

/** A list may ask for some of the fields only, so none of them need be there. */
function rowSchema({ fields }: EntityMeta): Json {
  const system = { id: uuid, version: whole }
  return object(system, { deletedAt: orNull(instant), ...fieldsSchema(fields) })
}

function lineSchema({ fields }: EntityMeta): Json {
  return object({ id: uuid }, { parent: uuid, position: whole, ...fieldsSchema(fields) })
}

function draftSchema({ fields, isLine }: EntityMeta): Json {
  const [needed, free] = [writable(fields).filter(isNeeded), writable(fields).filter(isFree)]
  const own = isLine ? { id: { ...uuid, description: 'Of a row that is there already' } } : {}
  return object(fieldsSchema(needed, '.new'), { ...own, ...fieldsSchema(free, '.new') })
}

function changeSchema({ fields }: EntityMeta): Json {
  const version = { ...whole, description: 'The version you saw; another one now is refused' }
  const reason = { type: 'string', maxLength: 1000, description: 'Kept in the history' }
  return object({}, { version, reason, ...fieldsSchema(writable(fields), '.new') })
}

function writable(fields: readonly FieldMeta[]): FieldMeta[] {
  return fields.filter(({ computed, readOnly }) => !computed && !readOnly)
}

const isNeeded = (field: FieldMeta) =>
  field.required === true && field.initial === undefined && field.kind !== 'lines'
const isFree = (field: FieldMeta) => !isNeeded(field)
