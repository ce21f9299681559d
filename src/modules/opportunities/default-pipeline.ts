/** The pipeline a company starts with: five stages, with what each asks for. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'
import { Pipeline } from './pipeline.entity.ts'

type Criteria = NonNullable<Draft<typeof PipelineStage>['criteria']>

interface Stage {
  code: string
  english: string
  chinese: string
  probability: string
  stallDays: number
  criteria: Criteria
  checklist: [english: string, chinese: string][]
}

const one = (fact: NonNullable<Criteria[number]['fact']>) => ({ fact, atLeast: 1 })

const stages: Stage[] = [
  {
    code: 'enquiry',
    english: 'Enquiry',
    chinese: '初步接洽',
    probability: '10',
    stallDays: 14,
    criteria: [],
    checklist: [['Ask what is needed', '了解需求']],
  },
  {
    code: 'needs',
    english: 'Needs known',
    chinese: '需求確認',
    probability: '25',
    stallDays: 21,
    criteria: [one('customer'), one('talks')],
    checklist: [
      ['Who decides?', '確認決策人'],
      ['Is there a budget?', '確認預算'],
    ],
  },
  {
    code: 'solution',
    english: 'Solution',
    chinese: '方案評估',
    probability: '45',
    stallDays: 21,
    criteria: [one('products'), one('amount')],
    checklist: [['Send the proposal', '送出方案']],
  },
  {
    code: 'offer',
    english: 'Offer',
    chinese: '報價',
    probability: '65',
    stallDays: 14,
    criteria: [one('deciders'), one('close')],
    checklist: [['Agree on terms', '談妥付款條件']],
  },
  {
    code: 'negotiation',
    english: 'Negotiation',
    chinese: '議價簽約',
    probability: '85',
    stallDays: 14,
    criteria: [{ fact: 'talks', atLeast: 1, days: 14 }],
    checklist: [['Have the contract signed', '簽訂合約']],
  },
]

export async function seedPipeline(ctx: Ctx, locale: string): Promise<void> {
  if ((await ctx.first(Pipeline, {})) !== null) return
  const inEnglish = locale === 'en'
  const name = inEnglish ? 'Sales' : '標準銷售'
  const { id: pipeline } = await ctx.create(Pipeline, { name, stallDays: 30 })
  for (const [index, stage] of stages.entries())
    await ctx.create(PipelineStage, {
      pipeline,
      code: stage.code,
      name: inEnglish ? stage.english : stage.chinese,
      position: index + 1,
      probability: stage.probability,
      stallDays: stage.stallDays,
      criteria: stage.criteria,
      checklist: stage.checklist.map(([english, chinese]) => (inEnglish ? english : chinese)),
    })
}
