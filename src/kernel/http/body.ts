/** Reads request bodies strictly: valid UTF-8, readable JSON, not nested without end. */
import type { FastifyInstance } from 'fastify'
import { fail } from '../base/fail.ts'

const deepest = 12
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Replaces the JSON reader of the server. Empty bodies read as no body. */
export function readBodiesStrictly(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseBody(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

/** @throws {Refusal} `request.not-utf8`, `request.not-json`, `request.too-deep` (400) */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  const value = parsed(decoded(bytes))
  if (depthOf(value, 0) > deepest) fail('request.too-deep', {}, { status: 400 })
  return value
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) fail('request.not-utf8', {}, { status: 400 })
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, refusePrototype) as unknown
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError)
      fail('request.not-json', {}, { status: 400 })
    throw error
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') fail('request.not-json', {}, { status: 400 })
  return value
}

function depthOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth > deepest) return depth
  let most = depth + 1
  for (const inner of Object.values(value)) most = Math.max(most, depthOf(inner, depth + 1))
  return most
}
