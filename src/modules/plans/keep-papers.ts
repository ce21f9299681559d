/** What the program writes into a plan or a report when it is begun: days, name, due day, lines. */
import { isAdministrator } from '#kernel/access/person.ts'
import { User } from '#kernel/access/user.entity.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Derive } from '#kernel/module.ts'
import { dueDate } from './due-date.ts'
import { fillPlan } from './fill-plan.ts'
import { daysOf, paperKinds } from './periods.ts'
import { tickPlan } from './tick-lines.ts'
import { WorkPlan } from './work-plan.entity.ts'
import { WorkReport } from './work-report.entity.ts'

type Facts = Record<string, unknown>

/** One writes one's own; those above may begin one for somebody below. */
function refuseOthers({ person }: Ctx, owner: string): void {
  if (!person.team.includes(owner) && !isAdministrator(person))
    fail('work-plan.of-another', {}, { field: 'owner', status: 403 })
}

export const derivePlan: Derive = (row) => ({ ...daysOf('plan', row['on'] as string) })

export const deriveReport: Derive = (row) => {
  const { kind, on } = row as unknown as WorkReport
  return { ...daysOf(kind, on) }
}

export async function beginPlan(ctx: Ctx, facts: Facts): Promise<void> {
  const plan = facts['row'] as WorkPlan
  refuseOthers(ctx, plan.owner)
  await namePlan(ctx, plan)
  if (plan.lines.length === 0) await fillPlan(ctx, plan)
  tickPlan(ctx, plan.id)
}

export async function changePlan(ctx: Ctx, facts: Facts): Promise<void> {
  const [plan, before] = [facts['row'] as WorkPlan, facts['before'] as WorkPlan]
  if (plan.owner !== before.owner) refuseOthers(ctx, plan.owner)
  if (isMoved(plan, before)) await namePlan(ctx, plan)
  tickPlan(ctx, plan.id)
}

async function namePlan(ctx: Ctx, plan: WorkPlan): Promise<void> {
  const person = await ctx.find(User, plan.owner)
  const name = ctx.words('{person}: week of {day}', { person: person.name, day: plan.beginsOn })
  await ctx.save(WorkPlan, plan.id, { name, dueOn: await dueDateOf(ctx, 'plan', plan) })
}

export async function beginReport(ctx: Ctx, facts: Facts): Promise<void> {
  const report = facts['row'] as WorkReport
  refuseOthers(ctx, report.owner)
  await nameReport(ctx, report)
}

export async function changeReport(ctx: Ctx, facts: Facts): Promise<void> {
  const [report, before] = [facts['row'] as WorkReport, facts['before'] as WorkReport]
  if (report.owner !== before.owner) refuseOthers(ctx, report.owner)
  if (report.kind !== before.kind || isMoved(report, before)) await nameReport(ctx, report)
}

async function nameReport(ctx: Ctx, report: WorkReport): Promise<void> {
  const { name: person } = await ctx.find(User, report.owner)
  const label = paperKinds.find(({ value }) => value === report.kind)?.label ?? ''
  const name = ctx.words('{person}: {kind} {days}', {
    person,
    kind: ctx.words(label),
    days: daysInWords(report),
  })
  const dueOn = await dueDateOf(ctx, report.kind, report)
  await ctx.save(WorkReport, report.id, { name, dueOn })
}

function daysInWords({ kind, beginsOn, endsOn }: WorkReport): string {
  if (kind === 'daily') return beginsOn ?? ''
  return kind === 'monthly' ? (beginsOn ?? '').slice(0, 7) : `${beginsOn} – ${endsOn}`
}

type Paper = Pick<WorkPlan, 'owner' | 'beginsOn' | 'endsOn'>

function isMoved(paper: Paper, before: Paper): boolean {
  return paper.beginsOn !== before.beginsOn || paper.owner !== before.owner
}

function dueDateOf(
  ctx: Ctx,
  kind: Parameters<typeof dueDate>[1],
  { owner, beginsOn, endsOn }: Paper,
): Promise<string | null> {
  return dueDate(ctx, kind, owner, { beginsOn: beginsOn ?? '', endsOn: endsOn ?? '' })
}
