/** Told to stop, the program finishes what it was asked, keeps it, and ends without complaint. */
import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type Product } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})

afterAll(() => product?.close())

/** Begins a request and stops in the middle of its body; the program waits for the rest. */
async function halfAsked(path: string, body: Record<string, string>): Promise<Half> {
  const bytes = Buffer.from(JSON.stringify(body))
  const asking = request(product.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': bytes.length,
      'x-shangmai': '1',
      expect: '100-continue',
    },
  })
  const answer = once(asking, 'response')
  // A connection that is cut is told by whoever waits for the answer.
  answer.catch(() => undefined)
  asking.flushHeaders()
  // The program has read the head of the request.
  await once(asking, 'continue')
  asking.write(bytes.subarray(0, 10))
  return { asking, answer, rest: bytes.subarray(10) }
}

interface Half {
  asking: ClientRequest
  answer: Promise<unknown[]>
  rest: Buffer
}

/** The answer, on a connection that nobody keeps: a kept one would hold up the end. */
async function finished({ asking, answer, rest }: Half): Promise<unknown> {
  asking.end(rest)
  const [{ statusCode, headers }] = (await answer) as [IncomingMessage]
  asking.destroy()
  return { status: statusCode, connection: headers.connection }
}

/** New visitors are turned away once it stops. */
async function untilClosed(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const open = await fetch(`${product.url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (!open) return
  }
  throw new Error('It goes on as if nothing had been said')
}

const owner = { email: 'mei@harbor.example', password: 'seven boats at noon' }
const company = {
  company: 'Harbor Books',
  name: 'Mei Chen',
  country: 'TW',
  currency: 'TWD',
  timeZone: 'Asia/Taipei',
  locale: 'en',
  ...owner,
}

// A terminal tells the program and npm that it is gone, and npm passes it on: twice in all.
test('when its terminal is gone it finishes the first company', async () => {
  const half = await halfAsked('/api/setup', company)
  product.tell('SIGHUP')
  product.tell('SIGHUP')
  await untilClosed()
  expect(await finished(half)).toEqual({ status: 200, connection: 'close' })
  expect(await product.ended()).toBe(0)
})

test('what was acknowledged is there at the next start', async () => {
  await product.start()
  const { needed } = (await (await fetch(`${product.url}/api/setup`)).json()) as { needed: boolean }
  expect(needed).toBe(false)
})

test('told to terminate it lets in who was at the door', async () => {
  const half = await halfAsked('/api/session', owner)
  product.tell('SIGTERM')
  await untilClosed()
  expect(await finished(half)).toEqual({ status: 200, connection: 'close' })
  expect(await product.ended()).toBe(0)
})
