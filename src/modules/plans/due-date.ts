/** By when somebody has to hand in, as the company's rules and its calendar say. */
import { User } from '#kernel/access/user.entity.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { calendarDays } from '#modules/tasks/index.ts'
import { dueOn, type Days, type PaperKind } from './periods.ts'
import { ReportingRule } from './reporting-rule.entity.ts'

/** Null where no rule asks it of the person, or nobody works in that time. */
export async function dueDate(
  ctx: Ctx,
  kind: PaperKind,
  owner: string,
  days: Days,
): Promise<string | null> {
  const rules = await ctx.list(ReportingRule, { kind, active: true }, { sort: 'days' })
  for (const { people, days: more } of rules) {
    const isAsked = await ctx.first(User, { any: [people ?? {}], id: owner, active: true })
    if (isAsked) return dueOn(kind, days, more, await calendarDays(ctx))
  }
  return null
}
