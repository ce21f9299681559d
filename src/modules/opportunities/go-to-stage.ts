/** Moves an opportunity: its stage with all that hangs on it, and the course it took. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { OpportunityStage } from './opportunity-stage.entity.ts'
import { Opportunity } from './opportunity.entity.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'
import { refreshScore } from './refresh-score.ts'

export function stagesOf(ctx: Ctx, pipeline: string): Promise<PipelineStage[]> {
  return ctx.list(PipelineStage, { pipeline }, { sort: 'position' })
}

/** What changes in the opportunity with the stage it comes into. */
export function stagePatch(stage: PipelineStage, checks: Opportunity['checks'], enteredOn: string) {
  const known = new Set(checks.flatMap((check) => (check.stage === stage.id ? check.item : [])))
  const added = (stage.checklist ?? [])
    .filter((item) => !known.has(item))
    .map((item) => ({ item, done: false, stage: stage.id }))
  return {
    pipeline: stage.pipeline,
    stage: stage.id,
    stageProbability: stage.probability,
    enteredStageOn: enteredOn,
    ...(added.length > 0 && { checks: [...checks, ...added] }),
  }
}

/** The stay that is not over ends; a new one begins. */
export async function goToStage(ctx: Ctx, row: Opportunity, stage: PipelineStage): Promise<void> {
  await ctx.save(Opportunity, row.id, stagePatch(stage, row.checks, ctx.today))
  await endStay(ctx, row.id, ctx.today, 'moved')
  await ctx.create(OpportunityStage, {
    opportunity: row.id,
    stage: stage.id,
    from: row.stage,
    enteredOn: ctx.today,
    by: ctx.me,
  })
  refreshScore(ctx, row.id)
}

export async function endStay(
  ctx: Ctx,
  opportunity: string,
  leftOn: string,
  outcome: NonNullable<OpportunityStage['outcome']>,
): Promise<void> {
  const open = await ctx.list(OpportunityStage, { opportunity, leftOn: { empty: true } })
  for (const { id } of open) await ctx.save(OpportunityStage, id, { leftOn, outcome })
}
