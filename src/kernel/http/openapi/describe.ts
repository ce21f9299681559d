/** OpenAPI 3.1 made of the described house: what this person may do, and nothing else. */
import type { EntityMeta, ReportMeta } from '../wire.ts'
import { answerSchemas } from './answer-schemas.ts'
import { entityPaths } from './entity-paths.ts'
import { entitySchemas } from './entity-schemas.ts'
import { administratorPaths, housePaths, operatorPaths } from './house-paths.ts'
import { importPaths } from './import-paths.ts'
import { runPaths } from './run-paths.ts'
import { noticePaths } from './notice-paths.ts'
import { operation, query, sharedParameters, type Paths } from './operation.ts'
import { answer, fieldSchema, list, map, object, oneOf, type Json } from './schema.ts'
import { invitationPaths, sessionPaths } from './session-paths.ts'
import { company } from './settings-schemas.ts'

export interface OpenApi {
  openapi: string
  info: Json
  paths: Paths
  components: Record<string, Record<string, Json>>
}

/** What a person may see of the house, and whether as an administrator. */
export interface Seen {
  entities: readonly EntityMeta[]
  reports: readonly ReportMeta[]
  administrator: boolean
}

const about = `Decimals are text. A write takes an Idempotency-Key, and dry=1 to try it first; by
cookie it also needs the header X-Shangmai: 1. Errors are application/problem+json.`

export function describeApi(seen: Seen): OpenApi {
  return {
    openapi: '3.1.0',
    info: { title: 'Shangmai', version: '1', description: about.replaceAll('\n', ' ') },
    paths: pathsOf(seen),
    components: {
      schemas: { ...namedAnswers(), ...schemasOf(seen) },
      parameters: sharedParameters,
      responses: { refused },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'shangmai_session' },
      },
    },
  }
}

const refused: Json = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: answer('problem') } },
}

function namedAnswers(): Record<string, Json> {
  const all = Object.entries({ ...answerSchemas, company })
  return Object.fromEntries(all.map(([name, schema]) => [`answer.${name}`, schema]))
}

function schemasOf({ entities }: Seen): Record<string, Json> {
  return Object.assign({}, ...entities.map(entitySchemas)) as Record<string, Json>
}

/** Paths that several parts describe hold the methods of all of them. */
function pathsOf({ entities, reports, administrator }: Seen): Paths {
  const names = new Set(entities.map(({ name }) => name))
  const parts: Paths[] = [
    ...entities.filter((entity) => !entity.isLine).map((entity) => entityPaths(entity, names)),
    ...reports.map(reportPath),
    ...(entities.some(({ may }) => may.import) ? [importPaths] : []),
    housePaths,
    runPaths,
    ...(administrator ? [administratorPaths, invitationPaths] : []),
    sessionPaths,
    noticePaths,
    operatorPaths,
  ]
  const paths: Paths = {}
  for (const [path, methods] of parts.flatMap((part) => Object.entries(part)))
    paths[path] = { ...paths[path], ...methods }
  return paths
}

function reportPath({ name, label, params, columns }: ReportMeta): Paths {
  const row = object(
    {},
    Object.fromEntries(
      columns.map((field) => [field.name, fieldSchema({ ...field, required: false })]),
    ),
  )
  const format = query('format', 'As a file', oneOf('xlsx', 'csv'))
  return {
    [`/api/report/${name}`]: {
      get: operation({
        summary: label,
        parameters: [
          ...params.map((field) => query(field.name, field.label, fieldSchema(field))),
          format,
        ],
        answer: object({ rows: list(row), refs: answer('refs'), totals: map({ type: 'string' }) }),
      }),
    },
  }
}
