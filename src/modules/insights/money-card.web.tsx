/** What a customer owes, how much of it is overdue, and how much credit is left. */
import type { WireRow } from '#kernel/http/wire.ts'
import { isDecimal, isNegative, minus, plus, sum, type Decimal } from '#kernel/money/decimal.ts'
import { useT } from '#ui/base/house.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { Amount } from '#ui/field/amount.tsx'
import { IconWallet } from '@tabler/icons-react'
import type { CustomerWork } from './use-customer-work.web.ts'

interface MoneyCardProps {
  row: WireRow
  work: CustomerWork
}

export function MoneyCard({ row, work: { account, overdue } }: MoneyCardProps) {
  const t = useT()
  if (!account && !overdue) return null
  const open = decimal(account?.['open'])
  const late = sum(
    (overdue?.rows ?? []).map((one) =>
      minus(decimal(one['baseAmount']), decimal(one['baseSettled'])),
    ),
  )
  const isLate = late !== '0' && !isNegative(late)
  const limit = row['creditLimit']
  const used = plus(open, decimal(account?.['held']))
  const left = isDecimal(limit) ? minus(limit, used) : null
  return (
    <OverviewCard icon={IconWallet} title={t('Money')}>
      <p className="overview-main">
        <Amount amount={open} named />
      </p>
      <p className="overview-why">{t('outstanding')}</p>
      <dl className="overview-figures">
        <Figure label={t('Overdue')} amount={isLate ? late : '0'} isBad={isLate} />
        <Figure label={t('Ordered, not invoiced')} amount={decimal(account?.['held'])} />
        {left !== null && (
          <Figure label={t('Credit left')} amount={left} isBad={isNegative(left)} />
        )}
      </dl>
    </OverviewCard>
  )
}

function Figure(props: { label: string; amount: Decimal; isBad?: boolean }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className={props.isBad ? 'tone-text-red strong' : undefined}>
        <Amount amount={props.amount} />
      </dd>
    </div>
  )
}

function decimal(value: unknown): Decimal {
  return isDecimal(value) ? value : '0'
}
