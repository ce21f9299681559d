/** The pipeline a company starts with: five stages, with what each asks for. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'
import { Pipeline } from './pipeline.entity.ts'

type Criteria = NonNullable<Draft<typeof PipelineStage>['criteria']>

interface Stage {
  code: string
  name: string
  probability: string
  stallDays: number
  criteria: Criteria
  checklist: string[]
}

const one = (fact: NonNullable<Criteria[number]['fact']>) => ({ fact, atLeast: 1 })

const stages: Stage[] = [
  {
    code: 'enquiry',
    name: 'Enquiry',
    probability: '10',
    stallDays: 14,
    criteria: [],
    checklist: ['Ask what is needed'],
  },
  {
    code: 'needs',
    name: 'Needs known',
    probability: '25',
    stallDays: 21,
    criteria: [one('customer'), one('talks')],
    checklist: ['Who decides?', 'Is there a budget?'],
  },
  {
    code: 'solution',
    name: 'Proposal weighed',
    probability: '45',
    stallDays: 21,
    criteria: [one('products'), one('amount')],
    checklist: ['Send the proposal'],
  },
  {
    code: 'offer',
    name: 'Offer',
    probability: '65',
    stallDays: 14,
    criteria: [one('deciders'), one('close')],
    checklist: ['Agree on terms'],
  },
  {
    code: 'negotiation',
    name: 'Price and contract',
    probability: '85',
    stallDays: 14,
    criteria: [{ fact: 'talks', atLeast: 1, days: 14 }],
    checklist: ['Have the contract signed'],
  },
]

export async function seedPipeline(ctx: Ctx): Promise<void> {
  if ((await ctx.first(Pipeline, {})) !== null) return
  const name = ctx.words('Standard sales')
  const { id: pipeline } = await ctx.create(Pipeline, { name, stallDays: 30 })
  for (const [index, stage] of stages.entries())
    await ctx.create(PipelineStage, {
      pipeline,
      code: stage.code,
      name: ctx.words(stage.name),
      position: index + 1,
      probability: stage.probability,
      stallDays: stage.stallDays,
      criteria: stage.criteria,
      checklist: stage.checklist.map((item) => ctx.words(item)),
    })
}
