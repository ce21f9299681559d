/** Books: which days are closed, and whether what is kept agrees with them. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import { BooksCheck } from './books-check.entity.ts'
import { Books } from './books.entity.ts'
import { checkBooksJob } from './check-books.job.ts'
import { closeBooks } from './close-books.action.ts'
import { reopenBooks } from './reopen-books.action.ts'

export { BooksCheck } from './books-check.entity.ts'
export { Books } from './books.entity.ts'
export { checkBooksJob } from './check-books.job.ts'
export { closeBooks } from './close-books.action.ts'
export { proveBook } from './prove-book.ts'
export { refuseClosed, type PostedOn } from './refuse-closed.ts'
export { reopenBooks } from './reopen-books.action.ts'

/** A company has its books from the first day: who posts meets who closes at this record. */
export async function seedBooks(ctx: Ctx): Promise<void> {
  if ((await ctx.first(Books, {})) !== null) return
  await ctx.create(Books, { name: ctx.words('Books') })
}

export default defineModule({
  name: 'books',
  label: 'Books',
  needs: ['people'],
  capabilities: [6],
  entities: [Books, BooksCheck],
  actions: [closeBooks, reopenBooks],
  jobs: [checkBooksJob],
  messages: {
    'books.period-closed':
      'The books are closed until {until}; nothing can be posted on {date}. ' +
      'Choose a later date, or ask a manager to reopen the books.',
    'books.day-not-over': 'Only days that are over can be closed: choose a day before today.',
    'books.closed-already': 'The books are closed until {until} already. Choose a later day.',
    'books.not-closed': 'No day of the books is closed.',
    'books.not-back': 'The books are closed until {until}: choose an earlier day.',
  },
})
