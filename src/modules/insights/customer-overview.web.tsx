/** 360°: the next step with its reason, the stage, the money and the open work of a customer. */
import type { WireRow } from '#kernel/http/wire.ts'
import { today as dayOf } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'
import { useRecord } from '#ui/base/queries.ts'
import { BestTimeLine } from './best-time-line.web.tsx'
import { checklist } from './checklist.ts'
import { MoneyCard } from './money-card.web.tsx'
import { nextStep, type CustomerFacts } from './next-step.ts'
import { NextStepCard } from './next-step-card.web.tsx'
import { StageChecklist } from './stage-checklist.web.tsx'
import { StageCard } from './stage-card.web.tsx'
import { useCustomerWork, type CustomerWork } from './use-customer-work.web.ts'
import { WorkCard } from './work-card.web.tsx'
import './overview.css'

export function CustomerOverview({ entity, answer: { row } }: OverviewProps) {
  const t = useT()
  const { today, company } = useHouse()
  const work = useCustomerWork(row)
  const asked = useRecord('stage-guide', work.guide?.id ?? '', work.guide !== null)
  const guide = asked.data?.row
  // The next step may be one of the guide's: none is said before it is there.
  if (!work.isReady || asked.isLoading) return <div className="record-overview" />
  const zone = company.timeZone
  const texts = ((guide?.['items'] ?? []) as { text: string }[]).map((item) => item.text)
  const items = checklist(texts, work.ticks?.rows ?? [], text(row['stageOn']), (instant) =>
    dayOf(new Date(instant), zone),
  )
  const open = items.flatMap((item) => (item.tick === null ? [item.text] : []))
  const facts = { ...factsOf(row, work, today, zone), openItems: open }
  return (
    <section className="record-overview overview" aria-label={t('At a glance')}>
      <NextStepCard step={nextStep(facts)} customer={row.id}>
        <BestTimeLine row={row} talks={work.talks} />
      </NextStepCard>
      <StageCard entity={entity} row={row} guide={guide ?? null}>
        <StageChecklist row={row} items={items} refs={work.ticks?.refs ?? {}} />
      </StageCard>
      <MoneyCard row={row} work={work} />
      <WorkCard work={work} customer={row.id} />
    </section>
  )
}

function factsOf(
  row: WireRow,
  work: CustomerWork,
  today: string,
  zone: string,
): Omit<CustomerFacts, 'openItems'> {
  const [overdue] = work.overdue?.rows ?? []
  const [quote] = (work.quotes?.rows ?? []).filter((one) => text(one['validUntil']) !== null)
  const [late] = work.late?.rows ?? []
  const lastContactAt = text(row['lastContactAt'])
  return {
    today,
    stage: text(row['stage']) ?? '',
    step: text(row['step']),
    lastContactOn: lastContactAt && dayOf(new Date(lastContactAt), zone),
    nextContactOn: text(row['nextContactOn']),
    agreed: text(work.talk?.['nextStep']),
    lastDealOn: text(row['lastDealOn']),
    overdue: overdue
      ? { number: String(overdue['number']), dueOn: String(overdue['dueOn']) }
      : null,
    quote: quote
      ? { id: quote.id, number: String(quote['number']), validUntil: text(quote['validUntil']) }
      : null,
    late: late
      ? { id: late.id, number: String(late['number']), requiredOn: String(late['requiredOn']) }
      : null,
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
