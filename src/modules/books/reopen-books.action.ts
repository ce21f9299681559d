/** Opens days of the books again: a right of its own, since figures already told may change. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Books } from './books.entity.ts'

export const reopenBooks = defineAction(Books, {
  name: 'reopen',
  label: 'Reopen books',
  allow: ['manager'],
  input: { until: f.date({ label: 'Closed until', help: 'Empty: all days are open again.' }) },
  reason: true,
  tone: 'danger',
  confirm: 'Figures of these days that were told already may change.',
  async run(ctx, { id, closedUntil }, { until }) {
    if (closedUntil === null) fail('books.not-closed', {}, { status: 409 })
    if (until !== null && until >= closedUntil)
      fail('books.not-back', { until: closedUntil }, { field: 'until' })
    await ctx.save(Books, id, { closedUntil: until })
  },
})
