/** Another program for tests: a real small server that keeps what is posted to it. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Brought {
  headers: IncomingHttpHeaders
  body: string
}

export interface OtherProgram {
  url: string
  brought: Brought[]
  /** What it answers to the next posts, one for each; else 200 with an id of its own. */
  answers: { status: number; body?: object }[]
  close(): Promise<void>
}

export async function openOtherProgram(): Promise<OtherProgram> {
  const brought: Brought[] = []
  const answers: OtherProgram['answers'] = []
  const server = createServer((request, reply) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      brought.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      const { status, body } = answers.shift() ?? { status: 200 }
      reply.writeHead(status, { 'content-type': 'application/json' })
      reply.end(JSON.stringify(body ?? { id: `p-${brought.length}` }))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/send`,
    brought,
    answers,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}
