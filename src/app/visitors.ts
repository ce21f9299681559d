/** What all addresses share that open to people without an account. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/base/fail.ts'

/** Asked from one address in a minute. */
const mostAsked = 20

/** Options of a route that guessing and flooding shall not pay at. */
export function limited(isLimited: boolean): object {
  return isLimited ? { config: { rateLimit: { max: mostAsked, timeWindow: 60_000 } } } : {}
}

/** Behind an address that is none stands a page, which says no more to who guesses. */
export function showAbsence(absent: (request: FastifyRequest) => string) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (!(error instanceof Refusal) || error.status !== 404) throw error
    return showPage(reply.code(404), absent(request))
  }
}

/** Nothing runs in it; it may stand in a frame of any site, since it knows nobody's session. */
export function showPage(reply: FastifyReply, html: string): FastifyReply {
  const policy =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *"
  reply.removeHeader('x-frame-options')
  reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
  return reply.type('text/html; charset=utf-8').send(html)
}
