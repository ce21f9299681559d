/** Serves the built web app: hashed assets for a year, the app itself at every other address. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { fail } from '#kernel/base/fail.ts'

const year = 31_536_000_000

export async function serveWebApp(app: FastifyInstance): Promise<void> {
  const root = resolve('dist/web')
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
