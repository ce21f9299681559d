/** Serves the built web app: hashed assets for a year, the app itself at every other address. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { fail } from '#kernel/base/fail.ts'

const year = 31_536_000_000
const home = 'dist/web'

/** Which build the pages are of: the address of its first script; null before one is built. */
export function buildServed(): string | null {
  const page = resolve(home, 'index.html')
  if (!existsSync(page)) return null
  return /<script[^>]*\ssrc="(\/assets\/[^"]+)"/u.exec(readFileSync(page, 'utf8'))?.[1] ?? null
}

export async function serveWebApp(app: FastifyInstance): Promise<void> {
  const root = resolve(home)
  if (!existsSync(root)) return
  await app.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: true })
  app.get('/assets/*', (request, reply) => {
    const { '*': path } = request.params as { '*': string }
    return reply.sendFile(`assets/${path}`, { maxAge: year, immutable: true })
  })
  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (path.startsWith('/api/')) fail('route.not-found', {}, { status: 404 })
    // Icons and the manifest lie beside the page; every other address is one of the app's own.
    const isFile = /^\/[\w-]+\.[a-z0-9]+$/u.test(path)
    return reply.sendFile(isFile ? path.slice(1) : 'index.html', { maxAge: 0 })
  })
}
