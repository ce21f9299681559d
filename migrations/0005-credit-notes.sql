-- Planned from the declared entities; the values of what stands already are written by hand.

alter table "invoice" add column "credited_freight" numeric;

alter table "invoice" add column "freight_of" uuid[];

alter table "invoice_line" add column "taken_back" numeric;

alter table "invoice_line" add column "credited_amount" numeric;

-- Until now every line of a credit note counted as goods that came back.
update "invoice_line" l set taken_back =
  case when i.kind = 'credit' and i.status in ('issued', 'part-paid', 'paid')
    then l.quantity else 0 end
from "invoice" i where i.tenant = l.tenant and i.id = l.parent;

update "invoice_line" set credited_amount = 0;

update "invoice_line" l set credited_amount = c.amount
from (
  select c.tenant, c.corrects, sum(c.gross) as amount
  from "invoice_line" c join "invoice" i on i.tenant = c.tenant and i.id = c.parent
  where c.corrects is not null and i.status in ('issued', 'part-paid', 'paid')
  group by c.tenant, c.corrects) c
where c.tenant = l.tenant and c.corrects = l.id;

update "invoice" set credited_freight = 0;

-- What a credit note comes to beyond its lines is its freight.
update "invoice" i set credited_freight = c.amount
from (
  select c.tenant, c.corrects,
    sum(c.total - coalesce((
      select sum(l.gross) from "invoice_line" l
      where l.tenant = c.tenant and l.parent = c.id), 0)) as amount
  from "invoice" c
  where c.corrects is not null and c.status in ('issued', 'part-paid', 'paid')
  group by c.tenant, c.corrects) c
where c.tenant = i.tenant and c.corrects = i.id;

alter table "invoice" alter column "credited_freight" set not null;

alter table "invoice_line" alter column "taken_back" set not null;

alter table "invoice_line" alter column "credited_amount" set not null;
