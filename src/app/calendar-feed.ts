/** HTTP: what somebody has to do, for calendar programs that know a secret address. */
import type { FastifyInstance } from 'fastify'
import type { House } from '#kernel/house.ts'
import { feedCalendar } from '#modules/tasks/index.ts'

export function registerCalendarFeed(app: FastifyInstance, house: House): void {
  app.get('/api/calendar-feed/:tenant/:key', async (request, reply) => {
    const { tenant, key } = request.params as Record<'tenant' | 'key', string>
    const calendar = await feedCalendar(house, tenant, key)
    reply.headers({
      'content-disposition': 'inline; filename="tasks.ics"',
      'cache-control': 'private, no-cache',
    })
    return reply.type('text/calendar; charset=utf-8').send(calendar)
  })
}
