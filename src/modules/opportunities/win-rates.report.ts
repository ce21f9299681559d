/** How often and how fast opportunities are won: by salesperson, by product, by quarter. */
import { raw, sql, type Sql } from '#kernel/db/sql.ts'
import type { Field } from '#kernel/field/field.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type Report, type ReportReader } from '#kernel/report/report.ts'
import { closedOpportunities, closedParams, type ClosedPeriod } from './opportunity-figures.ts'
import { opportunityReaders } from './opportunity.entity.ts'

interface By {
  name: string
  label: string
  /** The column that tells the rows apart, and what it is of an opportunity `o`. */
  column: string
  field: Field
  value: string
}

function winRates({ name, label, column, field, value }: By): Report {
  const by = raw(column)
  const ofEach = (reader: ReportReader, period: ClosedPeriod): Sql => sql`
    select o.id as record, ${raw(value)} as ${by}, o.status,
      case o.status when 'won' then o.base_amount end as won_amount,
      case o.status when 'won' then o.closed_on - o.opened_on end as days
    from ${closedOpportunities(reader, period)} o`
  const ended = (status: 'won' | 'lost') => ({
    entity: 'opportunity',
    by: [column],
    count: [status],
    rows: (reader: ReportReader, period: ClosedPeriod) => sql`
      select c.record, c.${by} from (${ofEach(reader, period)}) c where c.status = ${status}`,
  })
  return defineReport({
    name,
    label,
    description:
      'Of what was won or lost: the share that was won, and the days from opening to winning.',
    group: 'Sales',
    allow: opportunityReaders,
    params: closedParams(),
    columns: {
      [column]: field,
      closed: f.integer({ label: 'Won or lost' }),
      won: f.integer({ label: 'Deal won' }),
      lost: f.integer({ label: 'Deal lost' }),
      winRate: f.percent({ places: 2, label: 'Win rate' }),
      cycleDays: f.decimal({ places: 1, label: 'Days to win' }),
      wonAmount: f.money({ label: 'Amount won' }),
    },
    rows: (reader, period) => sql`
      select c.${by}, count(*) as closed, count(*) filter (where c.status = 'won') as won,
        count(*) filter (where c.status = 'lost') as lost,
        round(100.0 * count(*) filter (where c.status = 'won') / count(*), 2) as win_rate,
        round(avg(c.days), 1) as cycle_days, coalesce(sum(c.won_amount), 0) as won_amount
      from (${ofEach(reader, period)}) c group by c.${by} order by ${raw(orderOf(column))}`,
    total: ['closed', 'won', 'lost', 'wonAmount'],
    chart: { kind: 'bar', by: column, value: 'winRate' },
    behind: [
      {
        entity: 'opportunity',
        by: [column],
        count: ['closed'],
        sum: ['wonAmount'],
        rows: (reader, period) => sql`
          select c.record, c.${by}, coalesce(c.won_amount, 0) as won_amount
          from (${ofEach(reader, period)}) c`,
      },
      ended('won'),
      ended('lost'),
    ],
  })
}

/** Quarters in their order, the newest first; others by what they brought. */
function orderOf(column: string): string {
  return column === 'quarter' ? 'quarter desc' : 'won_amount desc, closed desc'
}

export const winRatesBySalesperson = winRates({
  name: 'win-rates-by-salesperson',
  label: 'Win rate by salesperson',
  column: 'salesperson',
  field: f.person(),
  value: 'o.owner',
})

export const winRatesByProduct = winRates({
  name: 'win-rates-by-product',
  label: 'Win rate by product',
  column: 'product',
  field: f.ref('product', { label: 'Main product' }),
  value: 'o.product',
})

export const winRatesByQuarter = winRates({
  name: 'win-rates-by-quarter',
  label: 'Win rate by quarter',
  column: 'quarter',
  field: f.text(),
  value: `to_char(o.closed_on, 'YYYY"-Q"Q')`,
})
