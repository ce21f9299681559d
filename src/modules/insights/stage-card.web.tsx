/** In which stage of the life cycle a customer stands, why, and how such customers are treated. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import { daysBetween } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useRecord } from '#ui/base/queries.ts'
import { Sentence } from '#ui/base/sentence.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { IconRefreshDot } from '@tabler/icons-react'
import { OverviewCard } from './overview-card.web.tsx'

interface StageCardProps {
  entity: EntityMeta
  row: WireRow
  guide: WireRow | null
}

export function StageCard({ entity, row, guide }: StageCardProps) {
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
      {guide && <Guide id={guide.id} />}
    </OverviewCard>
  )
}

function Guide({ id }: { id: string }) {
  const t = useT()
  const { data } = useRecord('stage-guide', id)
  const items = (data?.row['items'] ?? []) as { id: string; text: string }[]
  if (!data) return null
  return (
    <details className="overview-guide">
      <summary>{t('How such customers are looked after')}</summary>
      {data.row['service'] ? <p>{String(data.row['service'])}</p> : null}
      <ul>
        {items.map(({ id: key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
