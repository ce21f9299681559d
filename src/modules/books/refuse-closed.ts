/** Keeps what is posted out of the days that are closed. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'

/** The day that something is posted on, and the field of the document that says so. */
export interface PostedOn {
  on: string
  /** None when the program chose the day. */
  field?: string
}

/**
 * Whoever posts holds the day open until the end of the transaction; who closes the books waits.
 * Not remembered in between: a lock taken in a part that is refused goes with it.
 * @throws {Refusal} `books.period-closed` (409) at the field of the day
 */
export async function refuseClosed(ctx: Ctx, { on, field }: PostedOn): Promise<void> {
  const [books] = await ctx.sql<{ until: string | null }>(
    sql`select closed_until as until from books where tenant = ${ctx.tenant} for share`,
  )
  const until = books?.until ?? null
  if (until === null || on > until) return
  fail('books.period-closed', { date: on, until }, { status: 409, ...(field ? { field } : {}) })
}
