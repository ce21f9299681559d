/** What members of pools make of the customers that they claimed. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { enteredParams, poolReaders, stays } from './pool-figures.ts'

export const poolClaims = defineReport({
  name: 'pool-claims',
  label: 'Claims by member and pool',
  description: 'Claimed customers: still in hand, spoken with after the claim, and ordering.',
  group: 'Customers',
  allow: poolReaders,
  params: enteredParams(),
  columns: {
    member: f.person({ label: 'Member' }),
    pool: f.ref('pool'),
    claimed: f.integer({ label: 'Claimed' }),
    inHand: f.integer({ label: 'Still in hand' }),
    contacted: f.integer({ label: 'Contacted after the claim' }),
    ordered: f.integer({ label: 'Ordered after the claim' }),
    conversion: f.percent({ places: 2, label: 'Conversion' }),
  },
  rows: (reader, period) => sql`
    select s.member, s.pool, count(*) as claimed, sum(s.in_hand)::int as in_hand,
      sum(s.contacted)::int as contacted, sum(s.ordered)::int as ordered,
      round(100.0 * sum(s.ordered) / count(*), 2) as conversion
    from (${stays(reader, period)}) s where s.claimed = 1
    group by s.member, s.pool order by claimed desc, s.member, s.pool`,
  total: ['claimed', 'inHand', 'contacted', 'ordered'],
  chart: { kind: 'bar', by: 'member', value: 'claimed', series: ['contacted', 'ordered'] },
  behind: [
    {
      entity: 'pool-entry',
      by: ['member', 'pool'],
      count: ['claimed'],
      sum: ['inHand', 'contacted', 'ordered'],
      rows: (reader, period) => sql`
        select s.* from (${stays(reader, period)}) s where s.claimed = 1`,
    },
  ],
})
