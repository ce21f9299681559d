/** By when a new lead is to be answered, and when somebody first spoke with it. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { daysBetween } from '#kernel/time/date.ts'
import { dateIn } from '#kernel/time/instant.ts'
import type { Interaction } from '#modules/contacts/index.ts'
import { calendarDays, onWorkday } from '#modules/tasks/index.ts'
import { Lead } from './lead.entity.ts'
import { ResponseTarget } from './response-target.entity.ts'

type Facts = Record<string, unknown>

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export async function setRespondBy(ctx: Ctx, facts: Facts): Promise<void> {
  const lead = facts['row'] as Lead
  const targets = await ctx.list(ResponseTarget, { active: true }, { sort: 'hours' })
  const target =
    targets.find(({ source }) => source === lead.source) ??
    targets.find(({ source }) => source === null)
  if (!target) return
  const respondBy = await workingMoment(ctx, ctx.now.getTime() + target.hours * hourMs)
  await ctx.save(Lead, lead.id, { respondBy })
}

/** The same time of the next workday where nobody works on that day. */
async function workingMoment(ctx: Ctx, at: number): Promise<string> {
  const day = dateIn(new Date(at).toISOString(), ctx.timeZone)
  const pause = daysBetween(day, onWorkday(day, await calendarDays(ctx)))
  return new Date(at + pause * dayMs).toISOString()
}

/** The first word with a lead is its answer, whoever began. */
export async function noteAnswer(ctx: Ctx, facts: Facts): Promise<void> {
  const { lead, happenedAt } = facts['row'] as Interaction
  if (lead === null) return
  const { answeredAt } = await ctx.find(Lead, lead)
  if (answeredAt === null) await ctx.save(Lead, lead, { answeredAt: happenedAt })
}
