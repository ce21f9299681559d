-- Planned from the declared entities.

create table "pool_entry" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "pool" uuid not null,
  "customer" uuid not null,
  "name" text not null,
  "level" text,
  "industry" text,
  "city" text,
  "why" text not null,
  "entered_at" timestamptz not null,
  "former_owner" uuid,
  "ended_at" timestamptz,
  "claimed_by" uuid,
  "status" text not null default 'waiting',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint pool_entry_pk primary key (tenant, id)
);

create table "recall_rule" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "pool" uuid not null,
  "when" text not null,
  "days" integer not null,
  "warn_days" integer not null,
  "customers" jsonb,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint recall_rule_pk primary key (tenant, id)
);

alter table "pool" add column "claims_per_day" integer;

alter table "pool" add column "customers_in_hand" integer;

alter table "pool" add column "cooling_days" integer;

update "pool" set "cooling_days" = '30' where "cooling_days" is null;

alter table "pool" alter column "cooling_days" set not null;

alter table "pool_entry" add constraint pool_entry_pool_fk foreign key (tenant, "pool") references "pool" (tenant, id);

alter table "pool_entry" add constraint pool_entry_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "pool_entry" add constraint pool_entry_former_owner_fk foreign key (tenant, "former_owner") references "user" (tenant, id);

alter table "pool_entry" add constraint pool_entry_claimed_by_fk foreign key (tenant, "claimed_by") references "user" (tenant, id);

alter table "pool_entry" add constraint pool_entry_status_ck check ("status" in ('waiting', 'claimed', 'withdrawn'));

alter table "recall_rule" add constraint recall_rule_pool_fk foreign key (tenant, "pool") references "pool" (tenant, id);

alter table "recall_rule" add constraint recall_rule_status_ck check ("status" in ('draft', 'active', 'stopped'));

create index pool_claims_per_day_id_ix on "pool" (tenant, "claims_per_day", "id");

create index pool_customers_in_hand_id_ix on "pool" (tenant, "customers_in_hand", "id");

create index pool_entry_pool_id_desc_ix on "pool_entry" (tenant, "pool", "id" desc);

create index pool_entry_customer_id_desc_ix on "pool_entry" (tenant, "customer", "id" desc);

create index pool_entry_status_entered_at_desc_id_desc_ix on "pool_entry" (tenant, "status", "entered_at" desc, "id" desc);

create index pool_entry_claimed_by_ended_at_desc_id_ix on "pool_entry" (tenant, "claimed_by", "ended_at" desc, "id");

create index pool_entry_pool_status_id_ix on "pool_entry" (tenant, "pool", "status", "id");

create index pool_entry_name_id_ix on "pool_entry" (tenant, "name", "id");

create index pool_entry_level_id_ix on "pool_entry" (tenant, "level", "id");

create index pool_entry_industry_id_ix on "pool_entry" (tenant, "industry", "id");

create index pool_entry_city_id_ix on "pool_entry" (tenant, "city", "id");

create index pool_entry_why_id_ix on "pool_entry" (tenant, "why", "id");

create index pool_entry_entered_at_id_ix on "pool_entry" (tenant, "entered_at", "id");

create index pool_entry_status_id_ix on "pool_entry" (tenant, "status", "id");

create index pool_entry_created_at_id_ix on "pool_entry" (tenant, "created_at", "id");

create index pool_entry_updated_at_id_ix on "pool_entry" (tenant, "updated_at", "id");

alter table "pool_entry" enable row level security;

create policy pool_entry_tenant on "pool_entry"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "pool_entry" to shangmai_app;

create unique index recall_rule_name_uq on "recall_rule" (tenant, "name");

create index recall_rule_pool_id_desc_ix on "recall_rule" (tenant, "pool", "id" desc);

create index recall_rule_name_id_ix on "recall_rule" (tenant, "name", "id");

create index recall_rule_when_id_ix on "recall_rule" (tenant, "when", "id");

create index recall_rule_days_id_ix on "recall_rule" (tenant, "days", "id");

create index recall_rule_warn_days_id_ix on "recall_rule" (tenant, "warn_days", "id");

create index recall_rule_status_id_ix on "recall_rule" (tenant, "status", "id");

create index recall_rule_created_at_id_ix on "recall_rule" (tenant, "created_at", "id");

create index recall_rule_updated_at_id_ix on "recall_rule" (tenant, "updated_at", "id");

alter table "recall_rule" enable row level security;

create policy recall_rule_tenant on "recall_rule"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "recall_rule" to shangmai_app;
