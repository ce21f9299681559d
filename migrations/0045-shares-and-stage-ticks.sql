-- Planned from the declared entities.

create table "stage_tick" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "stage" text not null,
  "item" text not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stage_tick_pk primary key (tenant, id)
);

drop index share_entity_id_ix;

alter table "stage_tick" add constraint stage_tick_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

create index share_may_edit_id_ix on "share" (tenant, "may_edit", "id");

create index share_purpose_id_ix on "share" (tenant, "purpose", "id");

create index stage_tick_customer_id_desc_ix on "stage_tick" (tenant, "customer", "id" desc);

create index stage_tick_customer_stage_id_ix on "stage_tick" (tenant, "customer", "stage", "id");

create index stage_tick_stage_id_ix on "stage_tick" (tenant, "stage", "id");

create index stage_tick_item_id_ix on "stage_tick" (tenant, "item", "id");

create index stage_tick_created_at_id_ix on "stage_tick" (tenant, "created_at", "id");

create index stage_tick_updated_at_id_ix on "stage_tick" (tenant, "updated_at", "id");

alter table "stage_tick" enable row level security;

create policy stage_tick_tenant on "stage_tick"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stage_tick" to shangmai_app;
