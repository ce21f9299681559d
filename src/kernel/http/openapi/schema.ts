/** Building blocks of JSON Schema (2020-12), and the schema of each kind of field. */
import type { FieldMeta } from '../wire.ts'

export type Json = Record<string, unknown>

export const text: Json = { type: 'string' }
export const whole: Json = { type: 'integer' }
export const yesNo: Json = { type: 'boolean' }
export const uuid: Json = { type: 'string', format: 'uuid' }
export const day: Json = { type: 'string', format: 'date' }
export const instant: Json = { type: 'string', format: 'date-time' }
export const decimal: Json = { type: 'string', pattern: String.raw`^-?\d+(\.\d+)?$` }
export const anything: Json = {}

/** An object with these properties and no others; all of them are there but the optional ones. */
export function object(
  properties: Record<string, Json>,
  optional: Record<string, Json> = {},
): Json {
  const required = Object.keys(properties)
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}

export function list(items: Json): Json {
  return { type: 'array', items }
}

/** Any names, all with such a value. */
export function map(values: Json): Json {
  return { type: 'object', additionalProperties: values }
}

export function oneOf(...values: readonly unknown[]): Json {
  return { enum: values }
}

export function orNull(schema: Json): Json {
  const { type, enum: values } = schema
  const more = Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}
  if (typeof type === 'string') return { ...schema, type: [type, 'null'], ...more }
  return Array.isArray(values) ? { ...schema, ...more } : { anyOf: [schema, { type: 'null' }] }
}

export function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

/** An answer by name; records stand under the names of their entities. */
export function answer(name: string): Json {
  return ref(`answer.${name}`)
}

const address = object(
  {},
  {
    ...Object.fromEntries(
      ['country', 'region', 'city', 'district', 'street', 'postalCode'].map((part) => [part, text]),
    ),
    lat: { type: 'number' },
    lng: { type: 'number' },
  },
)

const kinds: Partial<Record<FieldMeta['kind'], Json>> = {
  integer: whole,
  decimal,
  money: decimal,
  percent: decimal,
  date: day,
  instant,
  boolean: yesNo,
  ref: uuid,
  person: uuid,
  file: uuid,
  picture: uuid,
  refs: list(uuid),
  tags: list(text),
  address,
  json: anything,
  filter: { type: 'object' },
}

/** @param lines the schema of the rows, where the field holds rows */
export function fieldSchema(field: FieldMeta, lines: Json = anything): Json {
  const about = { description: field.label }
  if (field.kind === 'lines') return { ...list(lines), ...about }
  const option = { ...text, enum: field.options?.map(({ value }) => value) }
  const plain = field.options
    ? field.kind === 'choices'
      ? list(option)
      : option
    : (kinds[field.kind] ?? text)
  const isSure = field.required && !field.late
  const schema = isSure || field.kind === 'json' ? plain : orNull(plain)
  return { ...schema, ...about }
}
