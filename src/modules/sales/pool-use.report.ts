/** How pools are used: what comes in, what is claimed, and what of that buys. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { enteredParams, poolReaders, stays } from './pool-figures.ts'

export const poolUse = defineReport({
  name: 'pool-use',
  label: 'Use of the pools',
  description: 'Customers that came into a pool: waiting, claimed, and what of these ordered.',
  group: 'Customers',
  allow: poolReaders,
  params: enteredParams(),
  columns: {
    pool: f.ref('pool'),
    entered: f.integer({ label: 'Came in' }),
    recalled: f.integer({ label: 'Recalled' }),
    waiting: f.integer({ label: 'To be claimed' }),
    claimed: f.integer({ label: 'Claimed' }),
    daysToClaim: f.decimal({ places: 1, label: 'Days to the claim' }),
    ordered: f.integer({ label: 'Ordered after the claim' }),
    conversion: f.percent({ places: 2, label: 'Conversion' }),
  },
  rows: (reader, period) => sql`
    select s.pool, count(*) as entered, sum(s.recalled)::int as recalled,
      sum(s.waiting)::int as waiting, sum(s.claimed)::int as claimed,
      round(avg(s.days), 1) as days_to_claim, sum(s.ordered)::int as ordered,
      round(100.0 * sum(s.ordered) / nullif(sum(s.claimed), 0), 2) as conversion
    from (${stays(reader, period)}) s group by s.pool order by entered desc, s.pool`,
  total: ['entered', 'recalled', 'waiting', 'claimed', 'ordered'],
  chart: { kind: 'bar', by: 'pool', value: 'entered', series: ['claimed', 'ordered'] },
  behind: [
    {
      entity: 'pool-entry',
      by: ['pool'],
      count: ['entered'],
      sum: ['recalled', 'waiting', 'claimed', 'ordered'],
      rows: (reader, period) => stays(reader, period),
    },
  ],
})
