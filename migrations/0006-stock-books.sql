-- Planned from the declared entities; what fills the new column is written by hand.

alter table "stock_move" add column "booked" numeric;

-- Each move takes the difference of the rounded worths of its product before and after it.
with own as (
  select tenant, case
      when settings->>'currency' in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG',
        'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
      when settings->>'currency' in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
      else 2 end as places
  from company),
change as (
  select m.tenant, m.id, m.product, o.places,
    case when p.kind = 'warehouse' then m.value else -m.value end as value
  from stock_move m join stock_place p on p.tenant = m.tenant and p.id = m.to_place
  join own o on o.tenant = m.tenant),
running as (
  select tenant, id, places, value,
    sum(value) over (partition by tenant, product order by id) as worth from change)
update stock_move m set booked = round(r.worth, r.places) - round(r.worth - r.value, r.places)
from running r where r.tenant = m.tenant and r.id = m.id;

alter table "stock_move" alter column "booked" set not null;

-- Documents were rounded each by itself; the cents by which they differ are stock differences.
create temporary table correction on commit drop as
with moved as (
  select tenant, entity, record, max("on") as "on", sum(booked) as amount, max(created_at) as at
  from stock_move group by 1, 2, 3),
posted as (
  select e.tenant, e.entity, e.record, sum(l.debit - l.credit) as amount
  from ledger_entry e join ledger_line l on l.tenant = e.tenant and l.parent = e.id
  join account a on a.tenant = l.tenant and a.id = l.account and a.role = 'stock'
  group by 1, 2, 3)
select m.*, m.amount - coalesce(p.amount, 0) as difference, gen_random_uuid() as id,
  row_number() over (partition by m.tenant order by m.at, m.record) as position
from moved m left join posted p
  on p.tenant = m.tenant and p.entity = m.entity and p.record = m.record
where m.amount <> coalesce(p.amount, 0);

insert into ledger_entry
  (tenant, id, number, "on", why, entity, record, created_at, updated_at)
select tenant, id, 'JE-ROUND-' || lpad(position::text, 5, '0'), "on", 'Rounding of stock',
  entity, record, at, at
from correction;

insert into ledger_line
  (tenant, id, parent, position, account, debit, credit, currency, amount)
select c.tenant, gen_random_uuid(), c.id, s.position, a.id,
  greatest(s.sign * c.difference, 0), greatest(-s.sign * c.difference, 0),
  coalesce(o.settings->>'currency', 'TWD'), s.sign * c.difference
from correction c join company o on o.tenant = c.tenant
cross join (values (1, 'stock', 1), (2, 'inventory-difference', -1)) as s(position, role, sign)
join account a on a.tenant = c.tenant and a.role = s.role;
