/** The sold lines that sales reports count: of orders confirmed or later, net in base currency. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import { Order, OrderLine } from './order.entity.ts'

/** Who may ask for sales figures; each sees those of the orders that are visible anyway. */
export const salesReaders = ['sales', 'sales-lead', 'manager', 'finance'] as const

export const periodParams = () => ({
  from: f.date({ label: 'Ordered from' }),
  until: f.date({ label: 'Ordered until' }),
})

export interface Period {
  from: string | null
  until: string | null
}

/** Orders that were sold in the period, each with `revenue`: net with freight, in base currency. */
export function soldOrders(reader: ReportReader, period: Period): Sql {
  return sql`(select o.*, round(o.net * o.rate, ${minorUnits(reader.currency)}::int) as revenue
    from ${reader.visible(Order)} o where ${isSold(period)})`
}

/** Lines of those orders, without freight. */
export function soldLines(reader: ReportReader, period: Period): Sql {
  return sql`(select l.*, o.id as "order", o.owner,
      round(l.net * o.rate, ${minorUnits(reader.currency)}::int) as revenue
    from ${reader.visible(Order)} o
    join ${reader.visible(OrderLine)} l on l.tenant = o.tenant and l.parent = o.id
    where ${isSold(period)})`
}

function isSold({ from, until }: Period): Sql {
  return sql`o.status in ('confirmed', 'shipped', 'closed')
    and (${from}::date is null or o.ordered_on >= ${from}::date)
    and (${until}::date is null or o.ordered_on <= ${until}::date)`
}
