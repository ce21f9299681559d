/** Health, readiness and figures for whoever runs the program. */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { raw, type Sql } from '../db/sql.ts'
import type { House } from '../house.ts'

export function registerStateRoutes(app: FastifyInstance, house: House): void {
  const metrics = openMetrics(app)
  countDifferences(app, metrics, house)
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await house.database.control(raw('select 1'))
      return { ok: true }
    } catch (error) {
      app.log.warn({ err: error }, 'not ready')
      return reply.code(503).send({ ok: false })
    }
  })
  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType)
    return metrics.metrics()
  })
}

function openMetrics(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'shangmai_requests_total',
    help: 'Answered requests',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'shangmai_request_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method: request.method, route, status: reply.statusCode })
    seconds.observe({ method: request.method, route }, reply.elapsedTime / 1000)
  })
  return registry
}

/** Of all companies together: the log and the records say which it is. */
function countDifferences(app: FastifyInstance, registry: Registry, house: House): void {
  const gauge = (name: string, help: string, figure: Sql) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await figureOf(app, house, figure))
      },
    })
  gauge(
    'shangmai_book_differences',
    'What differed from the books when they were last checked',
    raw('select sum(book_differences)::float8 as value from company'),
  )
  gauge(
    'shangmai_books_checked_seconds',
    'When the books were checked that were checked longest ago, Unix time',
    raw('select extract(epoch from min(books_checked_at))::float8 as value from company'),
  )
}

/** The other figures are wanted most when the database is away. */
async function figureOf(app: FastifyInstance, house: House, figure: Sql): Promise<number> {
  try {
    const [row] = await house.database.control<{ value: number | null }>(figure)
    return row?.value ?? 0
  } catch (error) {
    app.log.warn({ err: error }, 'the state of the books is not known')
    return Number.NaN
  }
}
