-- Planned from the declared entities.

create table "account" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "role" text,
  "currency" text not null,
  "is_money" boolean not null default false,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint account_pk primary key (tenant, id)
);

create table "ledger_entry" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "number" text not null,
  "on" date not null,
  "why" text not null,
  "entity" text not null,
  "record" uuid not null,
  "reverses" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint ledger_entry_pk primary key (tenant, id)
);

create table "ledger_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "account" uuid not null,
  "customer" uuid,
  "debit" numeric not null,
  "credit" numeric not null,
  "currency" text not null,
  "amount" numeric not null,
  constraint ledger_line_pk primary key (tenant, id)
);

create table "customer_account" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "invoiced" numeric not null,
  "received" numeric not null,
  "open" numeric not null,
  "advance" numeric not null,
  "held" numeric not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint customer_account_pk primary key (tenant, id)
);

create table "receivable" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "customer" uuid not null,
  "entity" text not null,
  "record" uuid not null,
  "issued_on" date not null,
  "due_on" date not null,
  "currency" text not null,
  "rate" numeric not null,
  "amount" numeric not null,
  "base_amount" numeric not null,
  "settled" numeric not null,
  "base_settled" numeric not null,
  "open" numeric not null,
  "status" text not null default 'open',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint receivable_pk primary key (tenant, id)
);

alter table "ledger_entry" add constraint ledger_entry_reverses_fk foreign key (tenant, "reverses") references "ledger_entry" (tenant, id);

alter table "ledger_line" add constraint ledger_line_parent_fk foreign key (tenant, parent) references "ledger_entry" (tenant, id) on delete cascade;

alter table "ledger_line" add constraint ledger_line_account_fk foreign key (tenant, "account") references "account" (tenant, id);

alter table "ledger_line" add constraint ledger_line_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "ledger_line" add constraint ledger_line_one_side_ck check (debit >= 0 and credit >= 0 and (debit = 0 or credit = 0));

alter table "customer_account" add constraint customer_account_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "receivable" add constraint receivable_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "receivable" add constraint receivable_status_ck check ("status" in ('open', 'settled', 'void'));

create unique index account_code_uq on "account" (tenant, "code");

create unique index account_role_uq on "account" (tenant, "role");

create index account_code_id_ix on "account" (tenant, "code", "id");

create index account_name_id_ix on "account" (tenant, "name", "id");

create index account_kind_id_ix on "account" (tenant, "kind", "id");

create index account_currency_id_ix on "account" (tenant, "currency", "id");

create index account_is_money_id_ix on "account" (tenant, "is_money", "id");

create index account_active_id_ix on "account" (tenant, "active", "id");

create index account_created_at_id_ix on "account" (tenant, "created_at", "id");

create index account_updated_at_id_ix on "account" (tenant, "updated_at", "id");

alter table "account" enable row level security;

create policy account_tenant on "account"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "account" to shangmai_app;

create unique index ledger_entry_number_uq on "ledger_entry" (tenant, "number");

create index ledger_entry_record_id_desc_ix on "ledger_entry" (tenant, "record", "id" desc);

create index ledger_entry_reverses_id_desc_ix on "ledger_entry" (tenant, "reverses", "id" desc);

create index ledger_entry_entity_record_ix on "ledger_entry" (tenant, "entity", "record");

create index ledger_entry_number_id_ix on "ledger_entry" (tenant, "number", "id");

create index ledger_entry_on_id_ix on "ledger_entry" (tenant, "on", "id");

create index ledger_entry_why_id_ix on "ledger_entry" (tenant, "why", "id");

create index ledger_entry_entity_id_ix on "ledger_entry" (tenant, "entity", "id");

create index ledger_entry_created_at_id_ix on "ledger_entry" (tenant, "created_at", "id");

create index ledger_entry_updated_at_id_ix on "ledger_entry" (tenant, "updated_at", "id");

alter table "ledger_entry" enable row level security;

create policy ledger_entry_tenant on "ledger_entry"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert on "ledger_entry" to shangmai_app;

create index ledger_line_parent_position_ix on "ledger_line" (tenant, "parent", "position");

create index ledger_line_account_ix on "ledger_line" (tenant, "account");

create index ledger_line_customer_ix on "ledger_line" (tenant, "customer");

create index ledger_line_customer_account_ix on "ledger_line" (tenant, "customer", "account");

alter table "ledger_line" enable row level security;

create policy ledger_line_tenant on "ledger_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "ledger_line" to shangmai_app;

create unique index customer_account_customer_uq on "customer_account" (tenant, "customer");

create index customer_account_invoiced_id_ix on "customer_account" (tenant, "invoiced", "id");

create index customer_account_received_id_ix on "customer_account" (tenant, "received", "id");

create index customer_account_open_id_ix on "customer_account" (tenant, "open", "id");

create index customer_account_advance_id_ix on "customer_account" (tenant, "advance", "id");

create index customer_account_held_id_ix on "customer_account" (tenant, "held", "id");

create index customer_account_created_at_id_ix on "customer_account" (tenant, "created_at", "id");

create index customer_account_updated_at_id_ix on "customer_account" (tenant, "updated_at", "id");

alter table "customer_account" enable row level security;

create policy customer_account_tenant on "customer_account"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "customer_account" to shangmai_app;

create index receivable_customer_id_desc_ix on "receivable" (tenant, "customer", "id" desc);

create index receivable_record_id_desc_ix on "receivable" (tenant, "record", "id" desc);

create unique index receivable_entity_record_uq on "receivable" (tenant, "entity", "record");

create index receivable_status_due_on_id_ix on "receivable" (tenant, "status", "due_on", "id");

create index receivable_number_id_ix on "receivable" (tenant, "number", "id");

create index receivable_issued_on_id_ix on "receivable" (tenant, "issued_on", "id");

create index receivable_due_on_id_ix on "receivable" (tenant, "due_on", "id");

create index receivable_currency_id_ix on "receivable" (tenant, "currency", "id");

create index receivable_amount_id_ix on "receivable" (tenant, "amount", "id");

create index receivable_open_id_ix on "receivable" (tenant, "open", "id");

create index receivable_status_id_ix on "receivable" (tenant, "status", "id");

create index receivable_created_at_id_ix on "receivable" (tenant, "created_at", "id");

create index receivable_updated_at_id_ix on "receivable" (tenant, "updated_at", "id");

alter table "receivable" enable row level security;

create policy receivable_tenant on "receivable"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "receivable" to shangmai_app;
