-- Planned from the declared entities.

create table "stage_rule" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "order" integer not null,
  "from" text[],
  "customers" jsonb,
  "stage" text not null,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stage_rule_pk primary key (tenant, id)
);

create table "stage_change" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "from" text,
  "stage" text not null,
  "at" timestamptz not null,
  "rule" uuid,
  "reason" text,
  "days_before" integer,
  "by" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stage_change_pk primary key (tenant, id)
);

create table "stage_guide" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "stage" text not null,
  "step" text,
  "attention" text not null,
  "service" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stage_guide_pk primary key (tenant, id)
);

create table "stage_guide_item" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "text" text not null,
  constraint stage_guide_item_pk primary key (tenant, id)
);

alter table "stage_rule" add constraint stage_rule_status_ck check ("status" in ('draft', 'active', 'stopped'));

alter table "stage_change" add constraint stage_change_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "stage_change" add constraint stage_change_rule_fk foreign key (tenant, "rule") references "stage_rule" (tenant, id);

alter table "stage_change" add constraint stage_change_by_fk foreign key (tenant, "by") references "user" (tenant, id);

alter table "stage_guide_item" add constraint stage_guide_item_parent_fk foreign key (tenant, parent) references "stage_guide" (tenant, id) on delete cascade;

create unique index stage_rule_name_uq on "stage_rule" (tenant, "name");

create index stage_rule_order_id_ix on "stage_rule" (tenant, "order", "id");

create index stage_rule_name_id_ix on "stage_rule" (tenant, "name", "id");

create index stage_rule_stage_id_ix on "stage_rule" (tenant, "stage", "id");

create index stage_rule_status_id_ix on "stage_rule" (tenant, "status", "id");

create index stage_rule_created_at_id_ix on "stage_rule" (tenant, "created_at", "id");

create index stage_rule_updated_at_id_ix on "stage_rule" (tenant, "updated_at", "id");

alter table "stage_rule" enable row level security;

create policy stage_rule_tenant on "stage_rule"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stage_rule" to shangmai_app;

create index stage_change_customer_id_desc_ix on "stage_change" (tenant, "customer", "id" desc);

create index stage_change_rule_id_desc_ix on "stage_change" (tenant, "rule", "id" desc);

create index stage_change_customer_at_desc_id_ix on "stage_change" (tenant, "customer", "at" desc, "id");

create index stage_change_at_desc_id_desc_ix on "stage_change" (tenant, "at" desc, "id" desc);

create index stage_change_at_id_ix on "stage_change" (tenant, "at", "id");

create index stage_change_from_id_ix on "stage_change" (tenant, "from", "id");

create index stage_change_stage_id_ix on "stage_change" (tenant, "stage", "id");

create index stage_change_reason_id_ix on "stage_change" (tenant, "reason", "id");

create index stage_change_created_at_id_ix on "stage_change" (tenant, "created_at", "id");

create index stage_change_updated_at_id_ix on "stage_change" (tenant, "updated_at", "id");

alter table "stage_change" enable row level security;

create policy stage_change_tenant on "stage_change"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stage_change" to shangmai_app;

create unique index stage_guide_name_uq on "stage_guide" (tenant, "name");

create index stage_guide_name_id_ix on "stage_guide" (tenant, "name", "id");

create index stage_guide_stage_id_ix on "stage_guide" (tenant, "stage", "id");

create index stage_guide_step_id_ix on "stage_guide" (tenant, "step", "id");

create index stage_guide_attention_id_ix on "stage_guide" (tenant, "attention", "id");

create index stage_guide_created_at_id_ix on "stage_guide" (tenant, "created_at", "id");

create index stage_guide_updated_at_id_ix on "stage_guide" (tenant, "updated_at", "id");

alter table "stage_guide" enable row level security;

create policy stage_guide_tenant on "stage_guide"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stage_guide" to shangmai_app;

create index stage_guide_item_parent_position_ix on "stage_guide_item" (tenant, "parent", "position");

alter table "stage_guide_item" enable row level security;

create policy stage_guide_item_tenant on "stage_guide_item"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stage_guide_item" to shangmai_app;
