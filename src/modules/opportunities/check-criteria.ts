/** Whether an opportunity may enter a stage: what the stage asks for is measured there and then. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail, type Facts } from '#kernel/base/fail.ts'
import { measured } from './measure.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'
import { recentDays, stageFacts } from './stage-facts.ts'

type Criterion = PipelineStage['criteria'][number]

/**
 * @param ids the stage, and before it those that are passed over: what they ask for holds as well
 * @throws {Refusal} `opportunity.criteria-not-met` naming each criterion that does not hold
 */
export async function checkCriteria(
  ctx: Ctx,
  opportunity: string,
  ids: readonly string[],
): Promise<void> {
  const stages = await ctx.list(PipelineStage, { id: [...ids] }, { withLines: true })
  const missing = new Map<string, Facts>()
  for (const id of ids)
    for (const criterion of stages.find((stage) => stage.id === id)?.criteria ?? []) {
      const found = await foundOf(ctx, opportunity, criterion)
      const said = lack(criterion, found)
      if (found < criterion.atLeast) missing.set(JSON.stringify(said), said)
    }
  if (missing.size === 0) return
  const stage = stages.find(({ id }) => id === ids.at(-1))?.name
  const facts = { stage, missing: [...missing.values()] }
  fail('opportunity.criteria-not-met', facts, { field: 'to' })
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
