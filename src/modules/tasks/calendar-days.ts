/** What the company's calendar says of its days. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { DateText } from '#kernel/time/date.ts'
import type { CalendarDays } from './workdays.ts'

/** Of all days: a company has some twenty in a year. */
export async function calendarDays(ctx: Ctx): Promise<CalendarDays> {
  const rows = await ctx.sql<{ day: DateText; kind: 'holiday' | 'workday' }>(sql`
    select d.day, d.kind from calendar_day d
    where d.tenant = ${ctx.tenant} and d.deleted_at is null`)
  return new Map(rows.map(({ day, kind }) => [day, kind]))
}
