/** Nobody may, over any number of superiors, report to themselves. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'

/** @throws {Refusal} `user.circle` */
export async function refuseCircle(ctx: Ctx, user: string, superior: string | null): Promise<void> {
  if (superior === null) return
  const rows = await ctx.sql<{ id: string }>(sql`
    with recursive above(id) as (
      select ${superior}::uuid
      union
      select u.reports_to from "user" u join above a on u.id = a.id
      where u.tenant = ${ctx.tenant} and u.reports_to is not null)
    select id from above where id = ${user}::uuid`)
  if (rows.length > 0) fail('user.circle', {}, { field: 'reportsTo' })
}
