/** One line in the log for each answered request: which route, how, how long; no query, no body. */
import type { FastifyInstance } from 'fastify'

/** Asked every few seconds by machines: seen only when one looks closely. */
const quiet = new Set(['/healthz', '/readyz', '/metrics', '/*', 'none'])

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const { statusCode: status, elapsedTime } = reply
    const ms = Math.round(elapsedTime * 10) / 10
    const facts = { requestId: request.id, method: request.method, route, status, ms }
    if (quiet.has(route) && status < 400) app.log.debug(facts, 'answered')
    else app.log.info(facts, 'answered')
  })
}
