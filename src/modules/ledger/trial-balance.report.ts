/** What stands on each account at the end of a day. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { Account } from './account.entity.ts'
import { LedgerEntry, LedgerLine } from './ledger-entry.entity.ts'

export const trialBalance = defineReport({
  name: 'trial-balance',
  label: 'Trial balance',
  group: 'Money',
  allow: ['finance', 'manager'],
  params: { until: f.date({ default: 'today', required: true }) },
  columns: {
    code: f.text(),
    account: f.ref('account'),
    debit: f.money(),
    credit: f.money(),
    balance: f.money(),
  },
  rows: (reader, { until }) => sql`
    select a.code, a.id as account,
      coalesce(sum(l.debit), 0) as debit, coalesce(sum(l.credit), 0) as credit,
      coalesce(sum(l.debit - l.credit), 0) as balance
    from ${reader.visible(Account)} a
    join ${reader.visible(LedgerLine)} l on l.tenant = a.tenant and l.account = a.id
    join ${reader.visible(LedgerEntry)} e on e.tenant = l.tenant and e.id = l.parent
    where e."on" <= ${until}::date group by a.code, a.id order by a.code`,
  total: ['debit', 'credit', 'balance'],
  behind: [
    {
      entity: 'ledger-entry',
      by: ['account'],
      sum: ['debit', 'credit', 'balance'],
      rows: (reader, { until }) => sql`
        select e.id as record, l.account, l.debit, l.credit, l.debit - l.credit as balance
        from ${reader.visible(Account)} a
        join ${reader.visible(LedgerLine)} l on l.tenant = a.tenant and l.account = a.id
        join ${reader.visible(LedgerEntry)} e on e.tenant = l.tenant and e.id = l.parent
        where e."on" <= ${until}::date`,
    },
  ],
})
