/** What a person has in hand: each line leads to its list. */
import type { Where } from '#kernel/query/where.ts'
import { addDays } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { IconClipboardList } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

export function OpenWork({ person }: { person: string }) {
  const t = useT()
  const { today } = useHouse()
  const owner = person
  const late = { until: addDays(today, -1) }
  return (
    <OverviewCard icon={IconClipboardList} title={t('In hand')}>
      <dl className="overview-figures">
        <InHand label={t('Customers')} entity="customer" where={{ owner }} />
        <InHand
          label={t('To contact by today')}
          entity="customer"
          where={{ owner, nextContactOn: { until: today } }}
        />
        <InHand label={t('Open leads')} entity="lead" where={{ owner, status: openLeads }} />
        <InHand
          label={t('Open opportunities')}
          entity="opportunity"
          where={{ owner, status: 'open' }}
        />
        <InHand label={t('Quotes out')} entity="quote" where={{ owner, status: 'sent' }} />
        <InHand label={t('Orders to ship')} entity="order" where={{ owner, status: 'confirmed' }} />
        <InHand label={t('Open tasks')} entity="task" where={{ owner, status: 'open' }} />
        <InHand
          label={t('Overdue tasks')}
          entity="task"
          where={{ owner, status: 'open', dueOn: late }}
          isBad
        />
        <InHand label={t('Planned visits')} entity="visit" where={{ owner, status: 'planned' }} />
      </dl>
    </OverviewCard>
  )
}

const openLeads = ['new', 'qualified']

interface InHandProps {
  label: string
  entity: string
  where: Where
  /** Better there were none. */
  isBad?: boolean
}

/** Nothing where the person may not see such records. */
function InHand({ label, entity, where, isBad }: InHandProps) {
  const meta = useHouse().entities[entity]
  const columns = [meta?.title ?? '']
  const { data } = useList(entity, { where, limit: 1, count: true, columns }, meta !== undefined)
  const count = data?.count
  if (!count) return null
  const text = `${count.value}${count.capped ? '+' : ''}`
  return (
    <div>
      <dt>{label}</dt>
      <dd className={isBad && count.value > 0 ? 'tone-text-red strong' : undefined}>
        {count.value === 0 ? (
          <span className="faint">0</span>
        ) : (
          <Link to="/list/$entity" params={{ entity }} search={{ where, tab: 'All' }}>
            {text}
          </Link>
        )}
      </dd>
    </div>
  )
}
