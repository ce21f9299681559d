/** Customers who could help each other: one offers what another needs, or a partner knows both. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Customer, CustomerRelation } from '#modules/customers/index.ts'

interface Asked {
  customer: string | null
}

export const customersWhoFit = defineReport({
  name: 'customers-who-fit',
  label: 'Customers who could help each other',
  description: 'By what they need and offer, by who supplies which trade, and by shared partners.',
  group: 'Customers',
  allow: ['sales', 'sales-lead', 'manager'],
  params: { customer: f.ref('customer', { label: 'For whom' }) },
  columns: {
    customer: f.ref('customer', { label: 'For whom' }),
    other: f.ref('customer', { label: 'Could help' }),
    why: f.choice([
      { value: 'need', label: 'Offers what is needed', tone: 'green' },
      { value: 'trade', label: 'Their trade supplies this one', tone: 'blue' },
      { value: 'partner', label: 'A partner knows both', tone: 'grey' },
    ]),
    what: f.text({ label: 'What speaks for it' }),
  },
  rows: (reader, asked) => sql`
    select p.customer, p.other, p.why, p.what
    from (${byNeed(reader, asked)} union ${byTrade(reader, asked)}
      union ${byPartner(reader, asked)}) p
    where p.other <> p.customer and not exists (select 1
      from ${reader.visible(CustomerRelation)} r
      where r.customer in (p.customer, p.other) and r.other in (p.customer, p.other))
    order by p.customer, p.why, p.other, p.what limit 500`,
})

const isAsked = ({ customer }: Asked) =>
  sql`(${customer}::uuid is null or m.id = ${customer}::uuid)`

/** The other's trade or one of its tags is what this one looks for. */
function byNeed(reader: ReportReader, asked: Asked): Sql {
  return sql`select m.id as customer, o.id as other, 'need' as why, n.need as what
    from ${reader.visible(Customer)} m cross join unnest(m.needs) n(need)
    join (select c.id, c.industry as offer from ${reader.visible(Customer)} c
        where c.industry is not null
      union select c.id, t.tag from ${reader.visible(Customer)} c
        cross join unnest(c.tags) t(tag)) o on o.offer = n.need
    where ${isAsked(asked)}`
}

/** Some of the other's trade supply some of this one's trade: asked for one customer alone. */
function byTrade(reader: ReportReader, { customer }: Asked): Sql {
  return sql`select m.id, o.id, 'trade', o.industry
    from ${reader.visible(Customer)} m
    join (select distinct s.industry as from_trade, b.industry as to_trade
      from ${reader.visible(CustomerRelation)} r
      join ${reader.visible(Customer)} s on s.id = r.customer
      join ${reader.visible(Customer)} b on b.id = r.other
      where r.kind = 'supplies' and s.industry <> b.industry) k on k.to_trade = m.industry
    join ${reader.visible(Customer)} o on o.industry = k.from_trade
    where m.id = ${customer}::uuid`
}

/** Both stand in some relation to a third; competitors of one are no help. */
function byPartner(reader: ReportReader, asked: Asked): Sql {
  const links = sql`(select r.customer as one, r.other as two
      from ${reader.visible(CustomerRelation)} r where r.kind <> 'competitor'
    union select r.other, r.customer
      from ${reader.visible(CustomerRelation)} r where r.kind <> 'competitor')`
  return sql`select m.id, o.id, 'partner', x.name
    from ${reader.visible(Customer)} m
    join ${links} a on a.one = m.id
    join ${reader.visible(Customer)} x on x.id = a.two
    join ${links} b on b.one = a.two
    join ${reader.visible(Customer)} o on o.id = b.two
    where ${isAsked(asked)}`
}
