/** A new opportunity starts in the first stage, or where another program had it already. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { stagePatch, stagesOf } from './go-to-stage.ts'
import { OpportunityStage } from './opportunity-stage.entity.ts'
import { Opportunity } from './opportunity.entity.ts'
import type { PipelineStage } from './pipeline-stage.entity.ts'
import { Pipeline } from './pipeline.entity.ts'
import { refreshScore } from './refresh-score.ts'

export async function beginOpportunity(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const row = facts.row as Opportunity
  checkRate(ctx, row)
  const isOpen = row.status === 'open'
  if (isOpen !== (row.closedOn === null)) fail('opportunity.close-day', {}, { field: 'closedOn' })
  const stage = await firstStage(ctx, row)
  const enteredOn = row.enteredStageOn ?? (isOpen ? ctx.today : (row.openedOn ?? row.closedOn))
  const checks = isOpen ? row.checks : []
  await ctx.save(Opportunity, row.id, {
    ...stagePatch(isOpen ? stage : { ...stage, checklist: [] }, checks, enteredOn ?? ctx.today),
  })
  await ctx.create(OpportunityStage, {
    opportunity: row.id,
    stage: stage.id,
    enteredOn: enteredOn ?? ctx.today,
    leftOn: row.closedOn,
    outcome: isOpen ? null : row.status === 'won' ? 'won' : 'lost',
    by: ctx.me,
  })
  refreshScore(ctx, row.id)
}

/** @throws {Refusal} `opportunity.no-rate` where an amount cannot be told in base currency */
export function checkRate(ctx: Ctx, { amount, currency, rate }: Opportunity): void {
  if (amount === null || currency === ctx.currency || rate !== null) return
  fail('opportunity.no-rate', { currency }, { field: 'rate' })
}

/** @throws {Refusal} `opportunity.no-pipeline`, `…no-stage`, `…other-pipeline` */
export async function firstStage(ctx: Ctx, row: Opportunity): Promise<PipelineStage> {
  const usual = row.pipeline ?? (await ctx.first(Pipeline, { active: true }, { sort: 'name' }))?.id
  if (usual === undefined) fail('opportunity.no-pipeline', {}, { field: 'pipeline' })
  const stages = await stagesOf(ctx, usual)
  const known = stages.find(({ id }) => id === row.stage)
  if (row.stage !== null && !known) fail('opportunity.other-pipeline', {}, { field: 'stage' })
  return known ?? stages[0] ?? fail('opportunity.no-stage', {}, { field: 'pipeline' })
}
