/** What is best done next for a customer, and why: the most pressing of what is known of it. */
import { addDays } from '#kernel/time/date.ts'

export interface CustomerFacts {
  /** `YYYY-MM-DD`, in the company's time zone; so are all days here. */
  today: string
  stage: string
  step: string | null
  lastContactOn: string | null
  nextContactOn: string | null
  /** What was agreed to be done at the next contact. */
  agreed: string | null
  lastDealOn: string | null
  /** The oldest claim that is overdue, if any. */
  overdue: { number: string; dueOn: string } | null
  /** The sent quote that ends first, if any. */
  quote: { id: string; number: string; validUntil: string | null } | null
  /** The order that is to be delivered first and is not, if any. */
  late: { id: string; number: string; requiredOn: string } | null
  /** Items of the stage's checklist that are not done. */
  openItems: readonly string[]
}

export type NextStepKind =
  | 'collect'
  | 'deliver'
  | 'contact'
  | 'quote'
  | 'win-back'
  | 'first-contact'
  | 'checklist'
  | 'advance'
  | 'wait'

export interface NextStep {
  kind: NextStepKind
  /** Facts for the words. */
  facts: Record<string, string>
  /** The document that it is about. */
  open?: { entity: string; id: string }
}

/** A quote that ends within so many days is asked about. */
const quoteDays = 7

type Rule = (facts: CustomerFacts) => NextStep | null

/** The most pressing first. */
const rules: readonly Rule[] = [
  ({ overdue }) => overdue && { kind: 'collect', facts: { ...overdue } },
  ({ late }) =>
    late && {
      kind: 'deliver',
      facts: { number: late.number, day: late.requiredOn },
      open: { entity: 'order', id: late.id },
    },
  ({ nextContactOn, today, agreed }) =>
    nextContactOn !== null && nextContactOn <= today
      ? { kind: 'contact', facts: { day: nextContactOn, agreed: agreed ?? '' } }
      : null,
  ({ quote, today }) =>
    quote?.validUntil && quote.validUntil <= addDays(today, quoteDays)
      ? {
          kind: 'quote',
          facts: { number: quote.number, day: quote.validUntil },
          open: { entity: 'quote', id: quote.id },
        }
      : null,
  ({ stage, lastDealOn }) =>
    stage === 'dormant' || stage === 'lost'
      ? { kind: 'win-back', facts: { day: lastDealOn ?? '' } }
      : null,
  ({ lastContactOn }) => (lastContactOn === null ? { kind: 'first-contact', facts: {} } : null),
  ({ openItems: [item = '', ...others] }) =>
    item === '' ? null : { kind: 'checklist', facts: { item, count: String(others.length + 1) } },
  ({ stage, step }) =>
    stage === 'prospect' ? { kind: 'advance', facts: { step: step ?? '' } } : null,
]

export function nextStep(facts: CustomerFacts): NextStep {
  for (const rule of rules) {
    const step = rule(facts)
    if (step) return step
  }
  return { kind: 'wait', facts: { day: facts.nextContactOn ?? '' } }
}
