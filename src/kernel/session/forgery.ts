/** Refuses writes that another site's page made the browser send. */
import type { FastifyRequest } from 'fastify'
import { fail } from '../base/fail.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export function isWrite(request: FastifyRequest): boolean {
  return !reading.has(request.method)
}

/**
 * A page of another site can neither set the header without asking first nor hide its origin.
 * @throws {Refusal} `session.csrf` (403)
 */
export function refuseForgery(request: FastifyRequest): void {
  const { 'x-shangmai': own, 'sec-fetch-site': site } = request.headers
  if (own !== '1' || site === 'cross-site') fail('session.csrf', {}, { status: 403 })
}
