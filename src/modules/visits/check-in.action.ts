/** One has arrived at a customer: when, where, and how far that is from the address. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { metresBetween, placeOfAddress } from '#kernel/text/metres-between.ts'
import { Visit, visitors } from './visit.entity.ts'

export const checkIn = defineAction(Visit, {
  name: 'check-in',
  label: 'Check in',
  from: 'planned',
  to: 'there',
  allow: visitors,
  tone: 'primary',
  // Where there is no connection it waits on the phone: the moment is the one that was entered.
  offline: true,
  input: {
    at: f.instant({ required: true, default: 'now', label: 'Arrived' }),
    where: f.address({ label: 'Your place now', help: 'Take the place where you are now.' }),
    picture: f.picture({ label: 'Photo' }),
  },
  async run(ctx, visit, { at, where, picture }) {
    if (at > ctx.now.toISOString()) fail('visit.in-future', {}, { field: 'at' })
    const [here, there] = [placeOfAddress(where), placeOfAddress(visit.place)]
    await ctx.save(Visit, visit.id, {
      checkedInAt: at,
      checkedInPlace: where,
      apart: here && there ? Math.round(metresBetween(here, there)) : null,
      ...(picture === null ? {} : { picture }),
    })
  },
})
