/** In which stage of the life cycle a customer stands, why, and how such customers are treated. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import { daysBetween } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Sentence } from '#ui/base/sentence.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { IconRefreshDot } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface StageCardProps {
  entity: EntityMeta
  row: WireRow
  guide: WireRow | null
  /** The checklist of the stage. */
  children: ReactNode
}

export function StageCard({ entity, row, guide, children }: StageCardProps) {
  const t = useT()
  const { today } = useHouse()
  const field = (name: string) => entity.fields.find((one) => one.name === name)
  const [stage, step] = [field('stage'), field('step')]
  if (!stage) return null
  const since = row['stageOn']
  return (
    <OverviewCard icon={IconRefreshDot} title={t('Life cycle')}>
      <p className="overview-main overview-row">
        <Cell field={stage} row={row} />
        {row['stage'] === 'prospect' && step && row['step'] ? (
          <Cell field={step} row={row} />
        ) : null}
      </p>
      <p className="overview-why">
        {typeof since === 'string' &&
          t('{days, plural, =0 {since today} one {# day} other {# days}}', {
            days: daysBetween(since, today),
          })}
        {row['stageReason'] ? <Sentence text={` · ${String(row['stageReason'])}`} /> : null}
      </p>
      {guide?.['service'] ? (
        <p className="overview-guide">
          <Sentence text={String(guide['service'])} />
        </p>
      ) : null}
      {children}
    </OverviewCard>
  )
}
