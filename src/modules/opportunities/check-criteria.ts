/** Whether an opportunity may enter a stage: what the stage asks for is measured there and then. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail, type Facts } from '#kernel/base/fail.ts'
import { measured } from './measure.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'
import { recentDays, stageFacts } from './stage-facts.ts'

type Criterion = PipelineStage['criteria'][number]

/** @throws {Refusal} `opportunity.criteria-not-met` naming each criterion that does not hold */
export async function checkCriteria(ctx: Ctx, opportunity: string, id: string): Promise<void> {
  const stage = await ctx.first(PipelineStage, { id })
  const missing: Facts[] = []
  for (const criterion of stage?.criteria ?? []) {
    const found = await foundOf(ctx, opportunity, criterion)
    if (found < criterion.atLeast) missing.push(lack(criterion, found))
  }
  if (missing.length > 0)
    fail('opportunity.criteria-not-met', { stage: stage?.name, missing }, { field: 'to' })
}

async function foundOf(ctx: Ctx, opportunity: string, { fact, days }: Criterion): Promise<number> {
  const all = await measured(ctx, opportunity, days ?? recentDays)
  return all[fact]
}

/** The sentence of one criterion. */
function lack({ fact, atLeast, days }: Criterion, found: number): Facts {
  const by = stageFacts.find(({ value }) => value === fact)?.label
  const facts = { by, needed: atLeast, found, days: days ?? recentDays }
  if (fact === 'talks') return { rule: 'opportunity.lacks-lately', facts }
  return { rule: atLeast > 1 ? 'opportunity.lacks-some' : 'opportunity.lacks', facts }
}
