/** What a person has beside the records: an import, work on many, a key, a session, a file. */
import { makeOwnRun } from './own-run.ts'
import type { Product, Visitor } from './product.ts'
import { addressOf, type Route } from './routes.ts'

/** Ids of what belongs to one person; the address tells which is meant. */
export interface OwnThings {
  import: string
  run: string
  operation: string
  'api-key': string
  session: string
  views: string
  files: string
}

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Makes one of each, the way a person does. */
export async function makeOwnThings(product: Product, visitor: Visitor): Promise<OwnThings> {
  const idOf = async (url: string, body: unknown) => {
    const answer = await visitor.ask('POST', url, body)
    return String(answer.body.id ?? fail(answer.text))
  }
  const customer = await visitor.ask('POST', '/api/customer', { name: 'Worked with' })
  const bulk = await visitor.ask('POST', '/api/customer/bulk', {
    ids: [(customer.body.row as { id: string }).id],
    patch: { tags: ['pier'] },
  })
  await visitor.ask('POST', '/api/api-key', { name: 'Mine', scopes: ['*'] })
  const { keys } = (await visitor.ask('GET', '/api/api-key')).body
  const { sessions } = (await visitor.ask('GET', '/api/session/all')).body
  return {
    import: await idOf('/api/import', { entity: 'customer', pasted: 'Name\nHarbor Cafe\n' }),
    run: await makeOwnRun(product, visitor.caller),
    operation: String(bulk.body.operation),
    'api-key': firstId(keys),
    session: firstId(sessions),
    views: await idOf('/api/views', { entity: 'customer', name: 'Mine' }),
    files: String((await upload(visitor)).body.id),
  }
}

function fail(text: string): never {
  throw new Error(text)
}

function firstId(list: unknown): string {
  return (list as { id: string }[])[0]?.id ?? fail('There is none')
}

/** Brings a picture, for a record when one is named. */
export function upload(visitor: Visitor, owner: Record<string, string> = {}) {
  const border = 'a-line-that-no-picture-has'
  const part = (name: string, more: string, bytes: string | Buffer) => [
    Buffer.from(`--${border}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]
  const fields = Object.entries(owner).flatMap(([name, value]) => part(name, '', value))
  const file = part('file', '; filename="dot.png"', picture)
  return visitor.send({
    method: 'POST',
    url: '/api/files',
    payload: Buffer.concat([...fields, ...file, Buffer.from(`--${border}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${border}` },
  })
}

/** The address with the id of the thing that it is about; null where it is about no such thing. */
export function addressOfThing(route: Route, things: OwnThings): string | null {
  const [, kind = ''] = /^\/api\/([a-z-]+)\/:id/u.exec(route.path) ?? []
  return Object.hasOwn(things, kind)
    ? addressOf(route, { id: things[kind as keyof OwnThings] })
    : null
}
