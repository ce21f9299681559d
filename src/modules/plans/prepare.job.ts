/** Each morning those who are to hand in find a draft that is filled in as far as is known. */
import { User } from '#kernel/access/user.entity.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { raw, sql } from '#kernel/db/sql.ts'
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import { calendarDays } from '#modules/tasks/index.ts'
import { readyOn, type Days } from './periods.ts'
import { ReportingRule } from './reporting-rule.entity.ts'
import { WorkPlan } from './work-plan.entity.ts'
import { WorkReport } from './work-report.entity.ts'

const batch = 50

export const prepareJob = defineJob({
  name: 'plans.prepare',
  label: 'Drafts of plans and reports',
  every: '10 5 * * *',
  atOnce: 1,
  async run(house, call) {
    const due = await writeAsProgram(house, call, whatIsDue)
    for (const { rule, days } of due) {
      let made = batch
      while (made === batch) {
        call.signal.throwIfAborted()
        made = await writeAsProgram(house, call, (ctx) => prepareSome(ctx, rule, days))
      }
    }
  },
})

async function whatIsDue(ctx: Ctx): Promise<{ rule: ReportingRule; days: Days }[]> {
  const calendar = await calendarDays(ctx)
  const rules = await ctx.list(ReportingRule, { active: true }, { sort: 'name' })
  return rules.flatMap((rule) =>
    readyOn(rule.kind, ctx.today, calendar).map((days) => ({ rule, days })),
  )
}

/** Nothing is asked of a time that was over before the rule, or the person, was there. */
async function prepareSome(ctx: Ctx, rule: ReportingRule, days: Days): Promise<number> {
  const { kind, people } = rule
  const paper = raw(kind === 'plan' ? 'work_plan' : 'work_report')
  const same = kind === 'plan' ? raw('true') : sql`p.kind = ${kind}`
  const since = sql`(${days.endsOn}::date + 1)::timestamp at time zone ${ctx.timeZone}`
  const missing = await ctx.sql<{ id: string }>(sql`
    select u.id from "user" u
    where u.tenant = ${ctx.tenant} and u.deleted_at is null and u.active
      and u.created_at < ${since} and ${rule.createdAt}::timestamptz < ${since}
      and ${compileWhere(User, people ?? {}, ctx, 'u')}
      and not exists (select 1 from ${paper} p
        where p.tenant = ${ctx.tenant} and p.owner = u.id
          and p.begins_on = ${days.beginsOn}::date and ${same})
    order by u.id limit ${batch}`)
  for (const { id: owner } of missing) {
    const draft = { owner, on: days.beginsOn }
    if (kind === 'plan') await ctx.create(WorkPlan, draft)
    else await ctx.create(WorkReport, { ...draft, kind })
  }
  return missing.length
}
