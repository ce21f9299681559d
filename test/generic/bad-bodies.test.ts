/** A body that is no text, JSON or object is refused at every address, and nothing changes. */
import { beforeAll, expect, test } from 'vitest'
import { makeOwnThings } from './own-things.ts'
import { useProduct, type Answer, type Company } from './product.ts'
import { makeSamples } from './samples.ts'
import { changesNothing } from './unchanged.ts'
import { writesOf, type Write } from './writes.ts'

const product = useProduct()
/** Mail programs send what they like there; only the key in the address counts. */
const unread = new Set(['/api/report-mails/:tenant/:id/:key', '/form/:tenant/:key'])

let company: Company
let writes: Write[]

beforeAll(async () => {
  company = await product().company('Bad bodies')
  const people = [company.administrator.caller?.person.id ?? '']
  const samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
  const all = writesOf(
    product().app,
    samples,
    await makeOwnThings(product(), company.administrator),
  )
  writes = all.filter(([{ path }]) => !unread.has(path))
}, 120_000)

const json = 'application/json'
const deep = `${'{"a":'.repeat(14)}1${'}'.repeat(14)}`

/** Bytes that are no object in JSON. */
const bodies: [what: string, bytes: Buffer, type: string][] = [
  ['NUL bytes', Buffer.from([0, 0, 0]), json],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), json],
  ['a lone surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), json],
  ['half an object', Buffer.from('{"name":'), json],
  ['a trailing comma', Buffer.from('{"name":"x",}'), json],
  ['no JSON', Buffer.from('name=x'), json],
  ['14 levels', Buffer.from(deep), json],
  ['10,000 levels', Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`), json],
  ['a prototype', Buffer.from('{"__proto__":{"name":"x"}}'), json],
  ['a prototype inside', Buffer.from('{"input":{"__proto__":{"a":1}}}'), json],
  ['a list', Buffer.from('[]'), json],
  ['a list of objects', Buffer.from('[{"name":"x"}]'), json],
  ['a text', Buffer.from('"x"'), json],
  ['a number', Buffer.from('5'), json],
  ['a form', Buffer.from('name=x'), 'application/x-www-form-urlencoded'],
  ['XML', Buffer.from('<a/>'), 'application/xml'],
  ['five megabytes', Buffer.from(`{"name":"${'x'.repeat(5 * 1024 * 1024)}"}`), json],
]

/** What is said to a body that cannot be read; a company that is there is not founded again. */
const fair = new Set(['400', '413', '415', '422', '409 session.already-set-up'])

function complaint(what: string, { status, body }: Answer): string[] {
  const right = fair.has(String(status)) || fair.has(`${status} ${String(body.rule)}`)
  return right && typeof body.rule === 'string' ? [] : [`${what}: ${status} ${body.rule ?? ''}`]
}

test.each(bodies)('%s', async (_, bytes, type) => {
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const [route, url] of writes) {
      const headers = { 'content-type': type }
      const request = { method: route.method, url, payload: bytes, headers }
      wrong.push(...complaint(`${route.method} ${url}`, await company.administrator.send(request)))
    }
    expect(wrong).toEqual([])
  })
})

test('a key for repeating a write has a form', async () => {
  const wrong: string[] = []
  const url = '/api/customer'
  for (const key of ['', 'short', 'with space 12', 'x'.repeat(201), 'ключ-12345'])
    wrong.push(
      ...complaint(
        key,
        await company.administrator.send({
          method: 'POST',
          url,
          payload: { name: 'Twice' },
          headers: { 'idempotency-key': key },
        }),
      ),
    )
  expect(wrong).toEqual([])
})
