/** One thing that can be asked of the API: what it takes and what it answers. */
import { text, uuid, type Json } from './schema.ts'

export type Paths = Record<string, Record<string, Json>>

export interface Asks {
  summary: string
  parameters?: readonly Json[]
  body?: Json
  /** What a body may be of, when it is no JSON. */
  takes?: string
  /** Schema of the answer. */
  answer?: Json
  /** What the answer is of, when it is no JSON. */
  gives?: string
  /** Status of success; with a dry run 200 all the same. */
  status?: '200' | '201'
  /** Asked by people who are not signed in, too. */
  open?: true
  /** Not by a key: only by people who signed in. */
  inPerson?: true
}

export function operation(asks: Asks): Json {
  const { summary, parameters = [], body, status = '200', gives = json } = asks
  const content = { content: { [gives]: { schema: asks.answer ?? {} } } }
  const done = { description: 'Done', ...content }
  const security = asks.open
    ? []
    : asks.inPerson
      ? [{ session: [] }]
      : [{ key: [] }, { session: [] }]
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { content: { [asks.takes ?? json]: { schema: body } } } } : {}),
    responses: {
      [status]: done,
      ...(status === '201' ? { '200': { ...done, description: 'Tried, nothing is kept' } } : {}),
      default: { $ref: '#/components/responses/refused' },
    },
    security,
  }
}

const json = 'application/json'

export const idParameter: Json = { name: 'id', in: 'path', required: true, schema: uuid }

export function place(name: string): Json {
  return { name, in: 'path', required: true, schema: text }
}

export function query(name: string, description: string, schema: Json = text): Json {
  return { name, in: 'query', description, schema }
}

export function needed(parameter: Json): Json {
  return { ...parameter, required: true }
}

/** Every write: a key so that a repeated one is done once, and the way to try it first. */
export const writing: readonly Json[] = [
  { $ref: '#/components/parameters/idempotency' },
  { $ref: '#/components/parameters/dry' },
]

export const sharedParameters: Record<string, Json> = {
  idempotency: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key with the same content is done once and answered alike',
    schema: { type: 'string', pattern: String.raw`^[\w.:-]{8,200}$` },
  },
  dry: query('dry', '1 to see what would happen; nothing is kept', { enum: ['0', '1'] }),
}
