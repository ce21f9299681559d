/** What is written of an opportunity, its contacts or its talks moves its score. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import { checkRate, firstStage } from './begin-opportunity.ts'
import { goToStage } from './go-to-stage.ts'
import type { Opportunity } from './opportunity.entity.ts'
import { refreshScore, refreshScoresOf } from './refresh-score.ts'

type Facts = Record<string, unknown>

/** In another pipeline it begins anew. */
export async function keepOpportunity(ctx: Ctx, facts: Facts): Promise<void> {
  const [row, before] = [facts.row as Opportunity, facts.before as Opportunity]
  checkRate(ctx, row)
  if (row.pipeline === null) fail('opportunity.no-pipeline', {}, { field: 'pipeline' })
  if (row.pipeline === before.pipeline) refreshScore(ctx, row.id)
  else await goToStage(ctx, row, await firstStage(ctx, { ...row, stage: null }))
}

/** A contact or a contact record of a customer. */
export async function followCustomer(ctx: Ctx, facts: Facts): Promise<void> {
  const rows = [facts.row, facts.before] as ({ customer: string | null } | undefined)[]
  refreshScoresOf(ctx, [...new Set(rows.flatMap((row) => row?.customer ?? []))])
}

export async function followMerge(ctx: Ctx, facts: Facts): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  refreshScoresOf(ctx, [keep, drop])
}
