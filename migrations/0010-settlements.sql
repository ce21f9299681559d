-- Planned from the declared entities.

create table "settlement" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "receivable" uuid not null,
  "customer" uuid not null,
  "on" date not null,
  "currency" text not null,
  "amount" numeric not null,
  "base_amount" numeric not null,
  "entity" text not null,
  "record" uuid not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint settlement_pk primary key (tenant, id)
);

alter table "receivable" add column "voided_on" date;

alter table "settlement" add constraint settlement_receivable_fk foreign key (tenant, "receivable") references "receivable" (tenant, id);

alter table "settlement" add constraint settlement_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

create index settlement_receivable_id_desc_ix on "settlement" (tenant, "receivable", "id" desc);

create index settlement_customer_id_desc_ix on "settlement" (tenant, "customer", "id" desc);

create index settlement_record_id_desc_ix on "settlement" (tenant, "record", "id" desc);

create index settlement_on_id_ix on "settlement" (tenant, "on", "id");

create index settlement_amount_id_ix on "settlement" (tenant, "amount", "id");

create index settlement_base_amount_id_ix on "settlement" (tenant, "base_amount", "id");

create index settlement_created_at_id_ix on "settlement" (tenant, "created_at", "id");

create index settlement_updated_at_id_ix on "settlement" (tenant, "updated_at", "id");

alter table "settlement" enable row level security;

create policy settlement_tenant on "settlement"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert on "settlement" to shangmai_app;

-- Written by hand: the steps by which open items came to what they are.
insert into "settlement" (tenant, id, receivable, customer, "on", currency, amount, base_amount,
  entity, record, created_at, created_by, updated_at, updated_by)
select i.tenant, gen_random_uuid(), i.id, i.customer, coalesce(l.allocated_on, p.received_on),
  i.currency, l.amount, l.base_amount, 'receipt', p.id, p.updated_at, p.updated_by, p.updated_at,
  p.updated_by
from "receipt" p
join "receipt_line" l on l.tenant = p.tenant and l.parent = p.id
join "receivable" i on i.tenant = l.tenant and i.entity = 'invoice' and i.record = l.invoice
where p.status = 'posted';

insert into "settlement" (tenant, id, receivable, customer, "on", currency, amount, base_amount,
  entity, record, created_at, created_by, updated_at, updated_by)
select i.tenant, gen_random_uuid(), i.id, i.customer, c.invoiced_on, i.currency, c.applied,
  c.applied_base, 'invoice', c.id, c.updated_at, c.updated_by, c.updated_at, c.updated_by
from "invoice" c
join "receivable" i on i.tenant = c.tenant and i.entity = 'invoice' and i.record = c.corrects
where c.kind = 'credit' and c.status in ('issued', 'part-paid', 'paid') and c.applied <> 0;

-- What of a credit note's own item is not settled by receipts was set off.
insert into "settlement" (tenant, id, receivable, customer, "on", currency, amount, base_amount,
  entity, record, created_at, created_by, updated_at, updated_by)
select i.tenant, gen_random_uuid(), i.id, i.customer, c.invoiced_on, i.currency, -c.applied,
  i.base_settled - coalesce((
    select sum(s.base_amount) from "settlement" s
    where s.tenant = i.tenant and s.receivable = i.id), 0),
  'invoice', c.id, c.updated_at, c.updated_by, c.updated_at, c.updated_by
from "invoice" c
join "receivable" i on i.tenant = c.tenant and i.entity = 'invoice' and i.record = c.id
where c.kind = 'credit' and c.status in ('issued', 'part-paid', 'paid') and c.applied <> 0;

update "receivable" i set voided_on = coalesce((
  select max(e."on") from "ledger_entry" e
  where e.tenant = i.tenant and e.entity = i.entity and e.record = i.record
    and e.reverses is not null), i.issued_on)
where i.status = 'void';
