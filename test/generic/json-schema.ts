/** Tells where a value does not fit a JSON Schema, as far as the API's description uses it. */
import { isId } from '#kernel/field/check.ts'
import { isDate } from '#kernel/time/date.ts'
import { isInstant } from '#kernel/time/instant.ts'

export type Schema = Record<string, unknown>

const known = new Set([
  '$ref',
  'type',
  'enum',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'maxItems',
  'pattern',
  'format',
  'maxLength',
  'description',
])

/** @param schemas the named ones, by name; @returns one line for each fault */
export function faultsOf(
  value: unknown,
  schema: Schema,
  schemas: Record<string, Schema>,
  path = 'answer',
): string[] {
  const strange = Object.keys(schema).find((key) => !known.has(key))
  if (strange) return [`${path}: the description uses ${strange}`]
  if (typeof schema.$ref === 'string') {
    const named = schemas[schema.$ref.split('/').at(-1) ?? '']
    return named ? faultsOf(value, named, schemas, path) : [`${path}: there is no ${schema.$ref}`]
  }
  if (Array.isArray(schema.anyOf))
    return faultsOfAny(value, schema.anyOf as Schema[], schemas, path)
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return [`${path}: ${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`]
  if (!hasType(value, schema.type))
    return [`${path}: ${JSON.stringify(value)} is no ${String(schema.type)}`]
  if (typeof value === 'string') return faultsOfText(value, schema, path)
  if (Array.isArray(value)) {
    const items = schema.items as Schema | undefined
    return items
      ? value.flatMap((one, index) => faultsOf(one, items, schemas, `${path}.${index}`))
      : []
  }
  return typeof value === 'object' && value !== null
    ? faultsOfObject(value as Record<string, unknown>, schema, schemas, path)
    : []
}

function faultsOfAny(
  value: unknown,
  choices: Schema[],
  schemas: Record<string, Schema>,
  path: string,
): string[] {
  const faults = choices.map((choice) => faultsOf(value, choice, schemas, path))
  return faults.some((one) => one.length === 0) ? [] : (faults[0] ?? [`${path}: no choice`])
}

function hasType(value: unknown, type: unknown): boolean {
  if (type === undefined) return true
  return [type].flat().some((one) => {
    if (one === 'null') return value === null
    if (one === 'array') return Array.isArray(value)
    if (one === 'integer') return Number.isInteger(value)
    if (one === 'object')
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    return typeof value === one
  })
}

const formats: Record<string, (text: string) => boolean> = {
  uuid: isId,
  date: isDate,
  'date-time': isInstant,
}

function faultsOfText(value: string, { pattern, format }: Schema, path: string): string[] {
  const fits = typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value)
  const isSo = typeof format !== 'string' || formats[format]?.(value) === true
  return fits && isSo ? [] : [`${path}: ${value} is no ${String(format ?? pattern)}`]
}

function faultsOfObject(
  value: Record<string, unknown>,
  schema: Schema,
  schemas: Record<string, Schema>,
  path: string,
): string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const more = schema.additionalProperties as Schema | false | undefined
  const missing = ((schema.required ?? []) as string[]).filter((name) => value[name] === undefined)
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, one]) => {
      if (one === undefined) return []
      const own = properties[name] ?? more
      if (own === false) return [`${path}.${name} is not described`]
      return own ? faultsOf(one, own, schemas, `${path}.${name}`) : []
    }),
  ]
}
