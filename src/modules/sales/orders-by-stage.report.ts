/** How far orders have come: ordered, of these delivered, of these invoiced. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Order, OrderLine, salesReaders } from '#modules/orders/index.ts'
import { periodParams, type Period } from './sales-figures.ts'

export const ordersByStage = defineReport({
  name: 'orders-by-stage',
  label: 'Orders by stage',
  description:
    'How many orders came how far, wholly or in part; net with freight, in base currency.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    stage: f.choice([
      { value: 'ordered', label: 'Orders placed' },
      { value: 'shipped', label: 'Shipped' },
      { value: 'invoiced', label: 'Invoiced' },
    ]),
    orders: f.integer(),
    net: f.money({ label: 'Net in base currency' }),
  },
  rows: (reader, period) => sql`
    select s.stage, count(*) as orders, sum(s.net) as net
    from (${stagesSql(reader, period)}) s group by s.stage, s.step order by s.step`,
  chart: { kind: 'funnel', by: 'stage', value: 'orders' },
  behind: [
    {
      entity: 'order',
      by: ['stage'],
      count: ['orders'],
      sum: ['net'],
      rows: (reader, period) => stagesSql(reader, period),
    },
  ],
})

/** Each order once for each stage that it has reached. */
function stagesSql(reader: ReportReader, { from, until }: Period): Sql {
  const digits = minorUnits(reader.currency)
  return sql`select o.id as record, s.stage, s.step,
      round(o.net * o.rate, ${digits}::int) as net
    from ${reader.visible(Order)} o
    left join (select l.parent, bool_or(l.shipped_quantity > 0) as shipped,
        bool_or(l.invoiced_quantity > 0) as invoiced
      from ${reader.visible(OrderLine)} l group by l.parent) l on l.parent = o.id,
      (values ('ordered', 1), ('shipped', 2), ('invoiced', 3)) s(stage, step)
    where o.status in ('confirmed', 'shipped', 'closed')
      and (s.step = 1 or s.step = 2 and l.shipped or s.step = 3 and l.invoiced)
      and (${from}::date is null or o.ordered_on >= ${from}::date)
      and (${until}::date is null or o.ordered_on <= ${until}::date)`
}
