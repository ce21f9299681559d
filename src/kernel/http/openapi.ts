/** OpenAPI 3.1 made of the described house: what this person may do, and nothing else. */
import type { ActionMeta, EntityMeta, FieldMeta, ReportMeta } from './wire.ts'

type Json = Record<string, unknown>
export interface OpenApi {
  openapi: string
  info: Json
  paths: Record<string, Record<string, Json>>
  components: { schemas: Record<string, Json>; securitySchemes: Json }
}

const decimal = { type: 'string', pattern: String.raw`^-?\d+(\.\d+)?$` }
const kinds: Partial<Record<FieldMeta['kind'], Json>> = {
  integer: { type: 'integer' },
  decimal,
  money: decimal,
  percent: decimal,
  date: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  boolean: { type: 'boolean' },
  ref: { type: 'string', format: 'uuid' },
  person: { type: 'string', format: 'uuid' },
  file: { type: 'string', format: 'uuid' },
  picture: { type: 'string', format: 'uuid' },
  email: { type: 'string', format: 'email' },
  url: { type: 'string', format: 'uri' },
  address: { type: 'object' },
  json: {},
}

export function openApiOf(entities: EntityMeta[], reports: ReportMeta[]): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const entity of entities.filter((one) => !one.isLine))
    Object.assign(paths, entityPaths(entity))
  for (const report of reports) Object.assign(paths, reportPath(report))
  const schemas = Object.fromEntries(entities.map((entity) => [entity.name, entitySchema(entity)]))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shangmai',
      version: '1',
      description:
        'Decimals are text. Writes take an Idempotency-Key header; a cookie also needs X-Shangmai: 1. Errors are application/problem+json.',
    },
    paths,
    components: {
      schemas: { ...schemas, problem: problemSchema },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  }
}

const problemSchema: Json = {
  type: 'object',
  properties: {
    rule: { type: 'string' },
    detail: { type: 'string' },
    status: { type: 'integer' },
    fields: { type: 'array', items: { type: 'object' } },
    requestId: { type: 'string' },
  },
}

function entitySchema(entity: EntityMeta): Json {
  const required = entity.fields
    .filter((field) => field.required && !field.computed)
    .map((field) => field.name)
  return {
    type: 'object',
    description: entity.label.one,
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      ...fieldsSchema(entity.fields),
    },
    ...(required.length > 0 ? { required } : {}),
  }
}

function fieldsSchema(fields: FieldMeta[]): Json {
  return Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)]))
}

function fieldSchema(field: FieldMeta): Json {
  const about = { description: field.label, ...(field.computed ? { readOnly: true } : {}) }
  if (field.kind === 'lines')
    return { type: 'array', items: { $ref: `#/components/schemas/${field.target}` }, ...about }
  if (field.kind === 'choices' || field.kind === 'tags' || field.kind === 'refs') {
    return { type: 'array', items: { type: 'string' }, ...about }
  }
  const options = field.options ? { enum: field.options.map((option) => option.value) } : {}
  return { ...(kinds[field.kind] ?? { type: 'string' }), ...options, ...about }
}

function entityPaths(entity: EntityMeta): OpenApi['paths'] {
  const base = `/api/${entity.name}`
  const one = `${base}/{id}`
  const body = { $ref: `#/components/schemas/${entity.name}` }
  const paths: OpenApi['paths'] = {
    [base]: { get: listOperation(entity) },
    [one]: { get: operation(`Open: ${entity.label.one}`, [idParameter], undefined, body) },
  }
  const [all, single] = [paths[base], paths[one]]
  if (all && entity.may.create) all.post = operation(`New: ${entity.label.one}`, [], body, body)
  if (single && entity.may.update)
    single.patch = operation(`Change: ${entity.label.one}`, [idParameter], body, body)
  if (single && entity.may.delete)
    single.delete = operation(`Delete: ${entity.label.one}`, [idParameter])
  for (const action of entity.actions) {
    const path = action.on === 'one' ? `${one}/${action.name}` : `${base}/${action.name}`
    paths[path] = { post: actionOperation(entity, action) }
  }
  return paths
}

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}
const query = (name: string, description: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
})

function listOperation(entity: EntityMeta): Json {
  return operation(`List: ${entity.label.many}`, [
    query('where', 'Filter as JSON, e.g. {"name":{"has":"tea"}}'),
    query('q', 'Search words'),
    query('sort', 'A field; -field for the other way round'),
    query('after', 'Cursor of the page before'),
    query('limit', '1 to 200'),
    query('columns', 'Fields, with commas'),
    query('count', '1 for the count, up to 1000'),
    query('totals', '1 for sums'),
  ])
}

function actionOperation(entity: EntityMeta, action: ActionMeta): Json {
  const properties = {
    input: { type: 'object', properties: fieldsSchema(action.input) },
    reason: { type: 'string' },
    version: { type: 'integer' },
    dryRun: { type: 'boolean' },
  }
  const parameters = action.on === 'one' ? [idParameter] : []
  return operation(`${action.label} (${entity.label.one})`, parameters, {
    type: 'object',
    properties,
  })
}

function reportPath(report: ReportMeta): OpenApi['paths'] {
  const parameters = report.params.map((field) => ({
    name: field.name,
    in: 'query',
    description: field.label,
    schema: fieldSchema(field),
  }))
  return { [`/api/report/${report.name}`]: { get: operation(report.label, parameters) } }
}

function operation(
  summary: string,
  parameters: unknown[],
  body?: Json,
  answer: Json = { type: 'object' },
): Json {
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: answer } } },
      default: {
        description: 'Refused',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } },
        },
      },
    },
    security: [{ key: [] }],
  }
}
