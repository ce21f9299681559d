/** What is open with a customer, as far as the person may see it: asked all at once. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { addDays } from '#kernel/time/date.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { guideFor } from './checklist.ts'

export interface CustomerWork {
  /** All have answered, or may not be asked. */
  isReady: boolean
  account: WireRow | null
  overdue: ListAnswer | null
  quotes: ListAnswer | null
  orders: ListAnswer | null
  late: ListAnswer | null
  talk: WireRow | null
  talks: ListAnswer | null
  guide: WireRow | null
  ticks: ListAnswer | null
}

interface Wish {
  where: Where
  sort?: string
  columns: string[]
}

const most = 100

export function useCustomerWork({ id: customer, stage, step }: WireRow): CustomerWork {
  const { today } = useHouse()
  const account = useWork('customer-account', {
    where: { customer },
    columns: ['open', 'held', 'advance'],
  })
  const overdue = useWork('receivable', {
    where: { customer, status: 'open', dueOn: { until: addDays(today, -1) } },
    sort: 'dueOn',
    columns: ['number', 'dueOn', 'baseAmount', 'baseSettled'],
  })
  const quotes = useWork('quote', {
    where: { customer, status: 'sent' },
    sort: 'validUntil',
    columns: ['number', 'validUntil', 'total', 'currency'],
  })
  const orders = useWork('order', {
    where: { customer, status: ['draft', 'confirmed'] },
    sort: 'requiredOn',
    columns: ['number', 'requiredOn', 'total', 'status', 'currency'],
  })
  const late = useWork('order', {
    where: { customer, status: 'confirmed', requiredOn: { until: addDays(today, -1) } },
    sort: 'requiredOn',
    columns: ['number', 'requiredOn'],
  })
  const talk = useWork('interaction', {
    where: { customer },
    sort: '-happenedAt',
    columns: ['summary', 'nextStep', 'nextOn', 'happenedAt', 'kind', 'direction', 'result'],
  })
  const guide = useWork('stage-guide', {
    where: { stage: String(stage) },
    columns: ['name', 'attention', 'service', 'step'],
  })
  const ticks = useWork('stage-tick', {
    where: { customer, stage: String(stage) },
    columns: ['item', 'createdBy', 'createdAt'],
  })
  const all = [account, overdue, quotes, orders, late, talk, guide, ticks]
  return {
    isReady: all.every(({ isLoading }) => !isLoading),
    account: account.data?.rows[0] ?? null,
    overdue: overdue.data ?? null,
    quotes: quotes.data ?? null,
    orders: orders.data ?? null,
    late: late.data ?? null,
    talk: talk.data?.rows[0] ?? null,
    talks: talk.data ?? null,
    guide: guideFor(guide.data?.rows ?? [], step),
    ticks: ticks.data ?? null,
  }
}

function useWork(entity: string, wish: Wish) {
  const isReadable = useHouse().entities[entity] !== undefined
  return useList(entity, { ...wish, limit: most, count: true }, isReadable)
}
