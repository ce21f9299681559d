/** HTTP: addresses that open to whoever knows them, without signing in. */
import type { FastifyInstance } from 'fastify'
import type { House } from '#kernel/house.ts'
import type { Voice } from '#kernel/http/voice.ts'
import { registerCalendarFeed } from './calendar-feed.ts'
import { registerLeadForms } from './lead-forms.ts'
import { registerTracking } from './tracking.ts'

export function registerOpenDoors(
  app: FastifyInstance,
  house: House,
  voice: Voice,
  isLimited: boolean,
): void {
  registerCalendarFeed(app, house)
  registerLeadForms(app, house, voice, isLimited)
  registerTracking(app, house, voice, isLimited)
}
