-- Planned from the declared entities.

create table "contact_relative" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "contact" uuid not null,
  "name" text not null,
  "relation" text not null,
  "birthday" date,
  "lunar_birthday" boolean not null default false,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint contact_relative_pk primary key (tenant, id)
);

create table "customer_relation" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "kind" text not null,
  "other" uuid not null,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint customer_relation_pk primary key (tenant, id)
);

create table "pool" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "members" uuid[],
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint pool_pk primary key (tenant, id)
);

alter table "customer" add column "type" text;

alter table "customer" add column "step" text;

alter table "customer" add column "pool" uuid;

alter table "customer" add column "sales_region" text;

alter table "customer" add column "needs" text[];

alter table "customer" add column "sex" text;

alter table "customer" add column "birthday" date;

alter table "customer" add column "lunar_birthday" boolean not null default false;

alter table "customer" add column "interests" text[];

alter table "customer" add column "channel" text;

alter table "customer" add column "best_time" text;

alter table "customer" add column "refuses" text[];

alter table "customer" add column "consent_on" date;

alter table "customer" add column "consent_basis" text;

alter table "customer" add column "strength" text;

alter table "customer" add column "strength_basis" text;

alter table "customer" add column "profile" text;

alter table "customer" add column "last_contact_at" timestamptz;

alter table "customer" add column "next_contact_on" date;

alter table "customer" add column "first_deal_on" date;

alter table "customer" add column "last_deal_on" date;

alter table "customer" add column "deal_count" integer;

update "customer" set "deal_count" = '0' where "deal_count" is null;

alter table "customer" alter column "deal_count" set not null;

alter table "customer" add column "owned_since" timestamptz;

alter table "customer" add column "stage_on" date;

alter table "customer" add column "stage_reason" text;

alter table "contact" add column "role" text;

alter table "contact" add column "chat" text;

alter table "contact" add column "sex" text;

alter table "contact" add column "birthday" date;

alter table "contact" add column "lunar_birthday" boolean not null default false;

alter table "contact" add column "interests" text[];

alter table "contact" add column "work_address" jsonb;

alter table "contact" add column "home_address" jsonb;

alter table "contact" add column "channel" text;

alter table "contact" add column "best_time" text;

alter table "contact" add column "refuses" text[];

alter table "contact" add column "consent_on" date;

alter table "contact" add column "consent_basis" text;

alter table "customer" add constraint customer_pool_fk foreign key (tenant, "pool") references "pool" (tenant, id);

alter table "contact_relative" add constraint contact_relative_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "customer_relation" add constraint customer_relation_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "customer_relation" add constraint customer_relation_other_fk foreign key (tenant, "other") references "customer" (tenant, id);

alter table "customer_relation" add constraint customer_relation_not_itself_ck check (customer <> other);

create index customer_pool_id_desc_ix on "customer" (tenant, "pool", "id" desc);

create index customer_owner_next_contact_on_id_ix on "customer" (tenant, "owner", "next_contact_on", "id");

create index customer_pool_name_id_ix on "customer" (tenant, "pool", "name", "id");

create index contact_relative_contact_id_desc_ix on "contact_relative" (tenant, "contact", "id" desc);

create index contact_relative_name_id_ix on "contact_relative" (tenant, "name", "id");

create index contact_relative_relation_id_ix on "contact_relative" (tenant, "relation", "id");

create index contact_relative_birthday_id_ix on "contact_relative" (tenant, "birthday", "id");

create index contact_relative_created_at_id_ix on "contact_relative" (tenant, "created_at", "id");

create index contact_relative_updated_at_id_ix on "contact_relative" (tenant, "updated_at", "id");

alter table "contact_relative" enable row level security;

create policy contact_relative_tenant on "contact_relative"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "contact_relative" to shangmai_app;

create index customer_relation_customer_id_desc_ix on "customer_relation" (tenant, "customer", "id" desc);

create index customer_relation_other_id_desc_ix on "customer_relation" (tenant, "other", "id" desc);

create unique index customer_relation_customer_kind_other_uq on "customer_relation" (tenant, "customer", "kind", "other");

create index customer_relation_kind_id_ix on "customer_relation" (tenant, "kind", "id");

create index customer_relation_note_id_ix on "customer_relation" (tenant, "note", "id");

create index customer_relation_created_at_id_ix on "customer_relation" (tenant, "created_at", "id");

create index customer_relation_updated_at_id_ix on "customer_relation" (tenant, "updated_at", "id");

alter table "customer_relation" enable row level security;

create policy customer_relation_tenant on "customer_relation"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "customer_relation" to shangmai_app;

create unique index pool_name_uq on "pool" (tenant, "name");

create index pool_name_id_ix on "pool" (tenant, "name", "id");

create index pool_created_at_id_ix on "pool" (tenant, "created_at", "id");

create index pool_updated_at_id_ix on "pool" (tenant, "updated_at", "id");

alter table "pool" enable row level security;

create policy pool_tenant on "pool"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "pool" to shangmai_app;

-- Contacts and deals rewrite a customer's row often: a row that finds room on its own page
-- leaves the indexes of what did not change alone.
alter table "customer" set (fillfactor = 85);

update "customer" c set owned_since = c.created_at, stage_on = c.created_at::date;

update "customer" c set first_deal_on = d.first, last_deal_on = d.last, deal_count = d.deals
from (
  select o.tenant, o.customer, min(o.ordered_on) as first, max(o.ordered_on) as last,
    count(*)::int as deals
  from "order" o
  where (o.status in ('confirmed', 'shipped', 'closed') or o.version_before is not null)
    and o.deleted_at is null
  group by o.tenant, o.customer) d
where c.tenant = d.tenant and c.id = d.customer;
