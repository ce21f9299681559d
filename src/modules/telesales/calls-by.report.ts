/** Calls, talk time, connection and conversion: by agent, and by hour of the day. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { callColumns, callParams, callReaders, callsOf, callSums } from './call-figures.ts'

export const callsByAgent = defineReport({
  name: 'calls-by-agent',
  label: 'Calls by agent',
  description: 'A deal is an order or an opportunity within 30 days of the call.',
  group: 'Customers',
  allow: callReaders,
  params: callParams(),
  columns: { owner: f.person({ label: 'Agent' }), ...callColumns() },
  rows: (reader, period) => sql`
    select c.owner, ${callSums} from (${callsOf(reader, period)}) c
    group by c.owner order by calls desc, c.owner`,
  total: ['calls', 'reached', 'minutes', 'won'],
  chart: { kind: 'bar', by: 'owner', value: 'calls', series: ['reached', 'won'] },
  behind: [
    {
      entity: 'phone-call',
      by: ['owner'],
      count: ['calls'],
      sum: ['reached', 'minutes', 'won'],
      rows: (reader, period) => sql`
        select c.record, c.owner, c.reached, c.minutes, c.won
        from (${callsOf(reader, period)}) c`,
    },
  ],
})

export const callsByHour = defineReport({
  name: 'calls-by-hour',
  label: 'Calls by hour',
  description: 'At which hour of the day people are reached.',
  group: 'Customers',
  allow: callReaders,
  params: { ...callParams(), agent: f.person({ label: 'Agent' }) },
  columns: { hour: f.integer({ label: 'Hour of the day' }), ...callColumns() },
  rows: (reader, { agent, ...period }) => sql`
    select c.hour, ${callSums} from (${callsOf(reader, period)}) c
    where ${agent}::uuid is null or c.owner = ${agent}::uuid
    group by c.hour order by c.hour`,
  total: ['calls', 'reached', 'minutes', 'won'],
  chart: { kind: 'bar', by: 'hour', value: 'calls', series: ['reached', 'won'] },
  behind: [
    {
      entity: 'phone-call',
      by: ['hour'],
      count: ['calls'],
      sum: ['reached', 'minutes', 'won'],
      rows: (reader, { agent, ...period }) => sql`
        select c.record, c.hour, c.reached, c.minutes, c.won
        from (${callsOf(reader, period)}) c
        where ${agent}::uuid is null or c.owner = ${agent}::uuid`,
    },
  ],
})
