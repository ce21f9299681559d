/** What an opportunity has been offered: quotes that were sent count with it. */
import { sql } from '#kernel/db/sql.ts'
import type { Listener } from '#kernel/module.ts'
import { recountQuotes } from '#modules/opportunities/index.ts'
import type { Quote } from './quote.entity.ts'

export const countQuotes: Listener = async (ctx, facts) => {
  const quotes = [facts.row, facts.before] as (Quote | undefined)[]
  const moved = [...new Set(quotes.flatMap((quote) => quote?.opportunity ?? []))]
  if (moved.length === 0) return
  recountQuotes(
    ctx,
    moved,
    sql`select q.opportunity from quote q where q.tenant = ${ctx.tenant}
      and q.opportunity = any(${moved}::uuid[]) and q.deleted_at is null
      and q.status in ('sent', 'ordered', 'declined')`,
  )
}
