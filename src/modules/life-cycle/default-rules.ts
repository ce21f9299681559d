/** The rules and guides of the life cycle that a company starts with. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { activateStageRule } from './rule-state.action.ts'
import { StageGuide } from './stage-guide.entity.ts'
import { StageRule } from './stage-rule.entity.ts'

/** Names are English here, and kept in the company's language. */
type Rule = Draft<typeof StageRule> & { name: string }
const rules: readonly Rule[] = [
  {
    name: 'A deal in the last 180 days',
    order: 10,
    from: ['prospect', 'dormant', 'lost'],
    customers: { lastDealOn: { within: 'last-180-days' } },
    stage: 'active',
  },
  {
    name: 'No deal for 180 days',
    order: 20,
    from: ['active'],
    customers: { lastDealOn: { within: 'over-180-days-ago' } },
    stage: 'dormant',
  },
  {
    name: 'No deal for two years',
    order: 30,
    from: ['dormant'],
    customers: { lastDealOn: { within: 'over-730-days-ago' } },
    stage: 'lost',
  },
]

type Guide = Pick<Draft<typeof StageGuide>, 'stage' | 'attention'> & {
  name: string
  service: string
  steps: readonly string[]
}

const guides: readonly Guide[] = [
  {
    name: 'Interested customers',
    stage: 'prospect',
    attention: 'high',
    service: 'Answer enquiries the same day, propose within three working days.',
    steps: [
      'Find out who decides and who uses it',
      'Find out needs and budget',
      'Send samples or a catalogue',
      'Follow up three days after a quote',
    ],
  },
  {
    name: 'Signed customers',
    stage: 'active',
    attention: 'normal',
    service: 'Confirm orders the same day, announce deliveries, look back each quarter.',
    steps: [
      'Ask whether the goods arrived well',
      'Go through quantities and prices each quarter',
      'Show what is new',
    ],
  },
  {
    name: 'Dormant customers',
    stage: 'dormant',
    attention: 'high',
    service: 'Get in touch within a week and find out why nothing is ordered.',
    steps: ['Ask why nothing is ordered', 'Offer a special price', 'Arrange a visit'],
  },
  {
    name: 'Lost customers',
    stage: 'lost',
    attention: 'low',
    service: 'A friendly word twice a year, nothing to sell.',
    steps: ['Write down why the customer left', 'Send greetings on holidays'],
  },
]

/** Does nothing where there are rules. */
export async function seedStageRules(ctx: Ctx): Promise<void> {
  if ((await ctx.first(StageRule, {})) !== null) return
  for (const rule of rules) {
    const { id } = await ctx.create(StageRule, { ...rule, name: ctx.words(rule.name) })
    await ctx.do(activateStageRule, id, {})
  }
  for (const { steps, name, service, ...guide } of guides) {
    const items = steps.map((step) => ({ text: ctx.words(step) }))
    const words = { name: ctx.words(name), service: ctx.words(service) }
    await ctx.create(StageGuide, { ...guide, ...words, items })
  }
}
