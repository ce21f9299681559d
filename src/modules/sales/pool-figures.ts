/** What became of customers that lay in pools: claimed, spoken with after that, and bought. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Order } from '#modules/orders/index.ts'
import { PoolEntry } from '#modules/pools/index.ts'

export const poolReaders = ['sales-lead', 'manager']

export const enteredParams = () => ({
  from: f.date({ label: 'In the pool from' }),
  until: f.date({ label: 'In the pool until' }),
})

export interface Entered {
  from: string | null
  until: string | null
}

/**
 * Stays that began in the period, each as `record`, `pool`, `member`, and ones or noughts:
 * `claimed`, `waiting`, `recalled`, `in_hand`, `contacted`, `ordered`; `days` until the claim.
 */
export function stays(reader: ReportReader, { from, until }: Entered): Sql {
  const entered = sql`(e.entered_at at time zone ${reader.timeZone})::date`
  return sql`select e.id as record, e.pool, e.claimed_by as member,
      (e.status = 'claimed')::int as claimed, (e.status = 'waiting')::int as waiting,
      (e.why in ('no-contact', 'no-deal'))::int as recalled,
      case e.status when 'claimed' then extract(epoch from e.ended_at - e.entered_at) / 86400
        end as days,
      (e.status = 'claimed' and exists (select 1 from ${reader.visible(Customer)} c
        where c.id = e.customer and c.owner = e.claimed_by))::int as in_hand,
      (e.status = 'claimed' and exists (select 1 from ${reader.visible(Interaction)} i
        where i.customer = e.customer and i.owner = e.claimed_by
          and i.happened_at >= e.ended_at))::int as contacted,
      (e.status = 'claimed' and exists (select 1 from ${reader.visible(Order)} o
        where o.customer = e.customer and o.status in ('confirmed', 'shipped', 'closed')
          and o.ordered_on >= (e.ended_at at time zone ${reader.timeZone})::date))::int as ordered
    from ${reader.visible(PoolEntry)} e
    where (${from}::date is null or ${entered} >= ${from}::date)
      and (${until}::date is null or ${entered} <= ${until}::date)`
}
