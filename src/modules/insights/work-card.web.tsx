/** The quotes and orders with a customer that are not done yet. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { Amount } from '#ui/field/amount.tsx'
import { IconClipboardList } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CustomerWork } from './use-customer-work.web.ts'

const shown = 2

interface WorkCardProps {
  work: CustomerWork
  customer: string
}

export function WorkCard({ work: { quotes, orders }, customer }: WorkCardProps) {
  const t = useT()
  if (!quotes && !orders) return null
  const isNone = [quotes, orders].every((answer) => (answer?.rows.length ?? 0) === 0)
  return (
    <OverviewCard icon={IconClipboardList} title={t('Open work')}>
      {isNone && <p className="overview-why">{t('No quote and no order is open.')}</p>}
      <Documents entity="quote" answer={quotes} where={{ customer, status: 'sent' }} />
      <Documents
        entity="order"
        answer={orders}
        where={{ customer, status: ['draft', 'confirmed'] }}
      />
    </OverviewCard>
  )
}

interface DocumentsProps {
  entity: string
  answer: ListAnswer | null
  where: Where
}

function Documents({ entity, answer, where }: DocumentsProps) {
  const label = useHouse().entities[entity]?.label
  if (!label || !answer?.rows.length) return null
  const count = answer.count ? `${answer.count.value}${answer.count.capped ? '+' : ''}` : ''
  return (
    <div className="overview-papers">
      <Link to="/list/$entity" params={{ entity }} search={{ where, tab: 'All' }}>
        {label.many} {count}
      </Link>
      <ul>
        {answer.rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <Link to="/record/$entity/$id" params={{ entity, id: row.id }}>
              {String(row['number'])}
            </Link>
            <Amount amount={String(row['total'] ?? '0')} currency={String(row['currency'])} />
          </li>
        ))}
      </ul>
    </div>
  )
}
