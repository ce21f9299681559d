/** Closes the books: what is dated on the day or before it is final from now on. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Books } from './books.entity.ts'

export const closeBooks = defineAction(Books, {
  name: 'close',
  label: 'Close books',
  allow: ['finance', 'manager'],
  input: { until: f.date({ required: true, label: 'Closed until' }) },
  reason: true,
  tone: 'primary',
  async run(ctx, { id, closedUntil }, { until }) {
    // Today stays open, so that what is taken back always finds a day to stand on.
    if (until >= ctx.today) fail('books.day-not-over', { until }, { field: 'until' })
    if (closedUntil !== null && until <= closedUntil)
      fail('books.closed-already', { until: closedUntil }, { field: 'until' })
    await ctx.save(Books, id, { closedUntil: until })
  },
})
