/** Brings a table in over the API as the screen does: upload, look, map, check or run, watch. */
import { setTimeout as delay } from 'node:timers/promises'
import type { ImportLook, ImportState } from '#ui/import/import-types.ts'
import type { Answer, Visitor } from './product.ts'

export interface Account extends ImportState {
  id: string
  reason?: string
}

/** Uploads a file; the answer may be a refusal. */
export function upload(
  visitor: Visitor,
  entity: string,
  name: string,
  content: Buffer | string,
): Promise<Answer> {
  const edge = '----shangmai-test'
  const head = (disposition: string) =>
    `--${edge}\r\ncontent-disposition: form-data; ${disposition}\r\n`
  const payload = Buffer.concat([
    Buffer.from(`${head('name="entity"')}\r\n${entity}\r\n`),
    Buffer.from(`${head(`name="file"; filename="${name}"`)}content-type: text/csv\r\n\r\n`),
    Buffer.from(content),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return visitor.send({ method: 'POST', url: '/api/import', headers, payload })
}

export async function lookAt(
  visitor: Visitor,
  entity: string,
  name: string,
  content: Buffer | string,
): Promise<ImportLook & { keys: string[] }> {
  const { status, body, text } = await upload(visitor, entity, name, content)
  if (status !== 200) throw new Error(`${entity}: ${status} ${text}`)
  return body as unknown as ImportLook & { keys: string[] }
}

/** The mapping as it is guessed. */
export function guessed({ mapping }: ImportLook): Record<string, string | null> {
  return Object.fromEntries(mapping.map(({ column, field }) => [String(column), field]))
}

export async function start(
  visitor: Visitor,
  id: string,
  verb: 'check' | 'run',
  plan: Record<string, unknown>,
): Promise<Account> {
  const { status, text } = await visitor.ask('POST', `/api/import/${id}/${verb}`, plan)
  if (status !== 200) throw new Error(`${verb}: ${status} ${text}`)
  return watch(visitor, id)
}

/** Waits until the run is over. */
export async function watch(visitor: Visitor, id: string): Promise<Account> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const { body } = await visitor.ask('GET', `/api/import/${id}`)
    const account = body as unknown as Account
    if (account.status !== 'checking' && account.status !== 'running') return account
    await delay(50)
  }
  throw new Error('The import does not end')
}
