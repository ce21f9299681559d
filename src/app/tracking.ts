/** HTTP: where the goods are, for customers who have the address of their consignment. */
import type { FastifyInstance } from 'fastify'
import type { House } from '#kernel/house.ts'
import type { Voice } from '#kernel/http/voice.ts'
import type { KeyAddress } from '#kernel/query/known-by-key.ts'
import { trackedAt, trackPage, untrackedPage } from '#modules/waybills/index.ts'
import { limited, showAbsence, showPage } from './visitors.ts'

export function registerTracking(
  app: FastifyInstance,
  house: House,
  voice: Voice,
  isLimited: boolean,
): void {
  void app.register(async (tracking) => {
    tracking.setErrorHandler(
      showAbsence((request) => {
        const { locale, t } = voice.of(request)
        return untrackedPage(locale, t)
      }),
    )
    tracking.get('/track/:tenant/:key', limited(isLimited), async (request, reply) => {
      const { locale, t } = voice.of(request)
      const tracked = await trackedAt(house, request.params as KeyAddress)
      return showPage(reply, trackPage(tracked, locale, t))
    })
  })
}
