/** What reports on calls count: calls from lists and calls that the telephone system told of. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import { PhoneCall } from '#modules/telephony/index.ts'
import { CallEntry } from './call-entry.entity.ts'

export const callReaders = ['sales', 'sales-lead', 'manager', 'service'] as const

export const callParams = () => ({
  from: f.date({ label: 'From' }),
  until: f.date({ label: 'Until' }),
  list: f.ref('call-list', { label: 'Call list' }),
})

export interface CallPeriod {
  from: string | null
  until: string | null
  list: string | null
}

/**
 * `record`, `owner`, `hour` (0 to 23 in the company's time zone), 1 or 0 for `reached` and `won`,
 * `minutes` of talk. An entry that led to a deal counts with its last call, so that it counts once.
 */
export function callsOf(reader: ReportReader, { from, until, list }: CallPeriod): Sql {
  const day = sql`(c.started_at at time zone ${reader.timeZone})::date`
  return sql`
    select c.id as record, c.owner,
      extract(hour from c.started_at at time zone ${reader.timeZone})::int as hour,
      coalesce(c.reached, false)::int as reached,
      round(coalesce(c.seconds, 0) / 60.0, 2) as minutes,
      (e.won_at is not null and e.last_called_at = c.started_at)::int as won
    from ${reader.visible(PhoneCall)} c
      left join ${reader.visible(CallEntry)} e on e.id = c.entry
    where c.ended_at is not null
      and (${from}::date is null or ${day} >= ${from}::date)
      and (${until}::date is null or ${day} <= ${until}::date)
      and (${list}::uuid is null or e.list = ${list}::uuid)`
}

export const callColumns = () => ({
  calls: f.integer({ label: 'Calls' }),
  reached: f.integer({ label: 'Reached' }),
  reachRate: f.percent({ places: 1, label: 'Connection rate' }),
  minutes: f.decimal({ places: 2, label: 'Talk time in minutes' }),
  won: f.integer({ label: 'Led to a deal' }),
  conversion: f.percent({ places: 1, label: 'Conversion' }),
})

/** The figures of a group of those calls `c`. */
export const callSums = sql`
  count(*) as calls, sum(c.reached) as reached,
  round(100.0 * sum(c.reached) / count(*), 1) as reach_rate, sum(c.minutes) as minutes,
  sum(c.won) as won, round(100.0 * sum(c.won) / count(*), 1) as conversion`
