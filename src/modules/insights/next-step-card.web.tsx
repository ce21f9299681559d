/** The best next step for a customer, with its reason and the way to do it. */
import { useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { Sentence } from '#ui/base/sentence.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { IconArrowRight, IconBulb } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NextStep, NextStepKind } from './next-step.ts'

interface NextStepCardProps {
  step: NextStep
  customer: string
  /** What else helps to do it. */
  children?: ReactNode
}

export function NextStepCard({ step, customer, children }: NextStepCardProps) {
  const t = useT()
  const { title, reason } = wordsOf(step, t)
  return (
    <OverviewCard
      icon={IconBulb}
      title={t('Best next step')}
      className={`next-step next-step-${step.kind}`}
    >
      <p className="overview-main">{title}</p>
      <p className="overview-why">
        <Sentence text={reason} />
      </p>
      {children}
      <Way step={step} customer={customer} />
    </OverviewCard>
  )
}

/** To the document it is about; else one writes down the word that is spoken with the customer. */
function Way({ step, customer }: NextStepCardProps) {
  const t = useT()
  const { entities } = useHouse()
  if (step.open && entities[step.open.entity]) {
    return (
      <Link className="overview-way" to="/record/$entity/$id" params={step.open}>
        {t('Open {number}', { number: step.facts['number'] ?? '' })}
        <IconArrowRight size={15} aria-hidden />
      </Link>
    )
  }
  if (entities['interaction']?.may.create !== true) return null
  return (
    <Link
      className="overview-way"
      to="/new/$entity"
      params={{ entity: 'interaction' }}
      search={{ with: { customer } }}
    >
      {t('Write a contact record')}
      <IconArrowRight size={15} aria-hidden />
    </Link>
  )
}

interface Words {
  title: string
  reason: string
}

function wordsOf({ kind, facts }: NextStep, t: Translate): Words {
  const words: Record<NextStepKind, () => Words> = {
    collect: () => ({
      title: t('Ask for the payment'),
      reason: t('{number} was due on {dueOn}.', facts),
    }),
    deliver: () => ({
      title: t('Tell when the goods come'),
      reason: t('{number} was promised for {day} and is not shipped.', facts),
    }),
    contact: () => ({
      title: facts['agreed'] || t('Speak with the customer'),
      reason: t('The next contact is due since {day}.', facts),
    }),
    quote: () => ({
      title: t('Ask about the quote'),
      reason: t('{number} is valid until {day} only.', facts),
    }),
    'win-back': () => ({
      title: t('Win the customer back'),
      reason: facts['day'] ? t('The last deal was on {day}.', facts) : t('There was never a deal.'),
    }),
    'first-contact': () => ({
      title: t('Make the first contact'),
      reason: t('Nobody has spoken with this customer yet.'),
    }),
    checklist: () => ({
      title: facts['item'] ?? '',
      reason: t(
        'Of the stage’s checklist {count, plural, one {# item is} other {# items are}} open.',
        { count: Number(facts['count']) },
      ),
    }),
    advance: () => ({
      title: t('Bring the customer to the next step'),
      reason: t('The customer is interested and has not signed yet.'),
    }),
    wait: () => ({
      title: t('Nothing is pressing'),
      reason: facts['day']
        ? t('The next contact is on {day}.', facts)
        : t('No day for the next contact is agreed.'),
    }),
  }
  return words[kind]()
}
