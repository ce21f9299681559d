/** Takes an opportunity into another stage of its pipeline, once what that stage asks for holds. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { checkCriteria } from './check-criteria.ts'
import { goToStage, stagesOf } from './go-to-stage.ts'
import { Opportunity, ownOpportunities } from './opportunity.entity.ts'
import type { PipelineStage } from './pipeline-stage.entity.ts'

export const enterStage = defineAction(Opportunity, {
  name: 'enter-stage',
  label: 'Next stage',
  from: 'open',
  allow: ownOpportunities,
  tone: 'primary',
  sets: { stage: 'to' },
  input: {
    to: f.ref('pipeline-stage', {
      label: 'Stage',
      within: 'pipeline',
      help: 'Empty: the one that comes next.',
    }),
  },
  async run(ctx, opportunity, { to }) {
    const way = await wayTo(ctx, opportunity, to)
    await checkCriteria(
      ctx,
      opportunity.id,
      way.map(({ id }) => id),
    )
    await goToStage(ctx, opportunity, way.at(-1) ?? fail('opportunity.last-stage'))
  },
})

/**
 * The stages on the way there, that one last; on the way back there is only that one.
 * @throws {Refusal} `opportunity.last-stage`, `opportunity.other-pipeline`, `…is-there`
 */
async function wayTo(
  ctx: Ctx,
  { pipeline, stage }: Opportunity,
  to: string | null | undefined,
): Promise<PipelineStage[]> {
  if (to === stage) fail('opportunity.is-there', {}, { field: 'to' })
  const stages = pipeline === null ? [] : await stagesOf(ctx, pipeline)
  const from = stages.findIndex(({ id }) => id === stage)
  const end = to ? stages.findIndex(({ id }) => id === to) : from + 1
  if (end === -1) fail('opportunity.other-pipeline', {}, { field: 'to' })
  return stages.slice(Math.min(from + 1, end), end + 1)
}
