/** Who owes how much, and since when: open items by age. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { Receivable } from './receivable.entity.ts'

export const receivablesByCustomer = defineReport({
  name: 'receivables-by-customer',
  label: 'Receivables by age',
  description: 'Open amounts in base currency, by days past due.',
  group: 'Money',
  allow: ['finance', 'manager', 'sales', 'sales-lead'],
  params: { on: f.date({ default: 'today', required: true, label: 'As of' }) },
  columns: {
    customer: f.ref('customer'),
    open: f.money({ label: 'Outstanding' }),
    notDue: f.money(),
    days30: f.money({ label: '1–30 days' }),
    days60: f.money({ label: '31–60 days' }),
    days90: f.money({ label: '61–90 days' }),
    older: f.money({ label: 'Over 90 days' }),
  },
  rows: (reader, { on }) => sql`
    select r.customer, sum(r.rest) as open,
      coalesce(sum(r.rest) filter (where r.days <= 0), 0) as not_due,
      coalesce(sum(r.rest) filter (where r.days between 1 and 30), 0) as days30,
      coalesce(sum(r.rest) filter (where r.days between 31 and 60), 0) as days60,
      coalesce(sum(r.rest) filter (where r.days between 61 and 90), 0) as days90,
      coalesce(sum(r.rest) filter (where r.days > 90), 0) as older
    from (select customer, base_amount - base_settled as rest, ${on}::date - due_on as days
      from ${reader.visible(Receivable)} x where x.status = 'open') r
    group by r.customer order by open desc`,
  total: ['open', 'notDue', 'days30', 'days60', 'days90', 'older'],
  chart: { kind: 'bar', by: 'customer', value: 'open' },
  open: { entity: 'receivable', where: { customer: 'customer' } },
})
