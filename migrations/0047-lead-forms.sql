-- Planned from the declared entities.

create table "required_field" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "entity" text not null,
  "field" text not null,
  "required" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint required_field_pk primary key (tenant, id)
);

create table "lead_form" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "heading" text not null,
  "intro" text,
  "language" text,
  "asks" text[],
  "musts" text[],
  "consent" text,
  "thanks" text,
  "owner" uuid,
  "source" text not null,
  "medium" text,
  "campaign" text,
  "key" text,
  "status" text not null default 'open',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint lead_form_pk primary key (tenant, id)
);

alter table "lead_form" add constraint lead_form_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "lead_form" add constraint lead_form_status_ck check ("status" in ('open', 'closed'));

create unique index required_field_entity_field_uq on "required_field" (tenant, "entity", "field");

create index required_field_entity_id_ix on "required_field" (tenant, "entity", "id");

create index required_field_field_id_ix on "required_field" (tenant, "field", "id");

create index required_field_required_id_ix on "required_field" (tenant, "required", "id");

create index required_field_created_at_id_ix on "required_field" (tenant, "created_at", "id");

create index required_field_updated_at_id_ix on "required_field" (tenant, "updated_at", "id");

alter table "required_field" enable row level security;

create policy required_field_tenant on "required_field"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "required_field" to shangmai_app;

create index lead_form_key_ix on "lead_form" (tenant, "key");

create index lead_form_name_id_ix on "lead_form" (tenant, "name", "id");

create index lead_form_heading_id_ix on "lead_form" (tenant, "heading", "id");

create index lead_form_source_id_ix on "lead_form" (tenant, "source", "id");

create index lead_form_medium_id_ix on "lead_form" (tenant, "medium", "id");

create index lead_form_campaign_id_ix on "lead_form" (tenant, "campaign", "id");

create index lead_form_status_id_ix on "lead_form" (tenant, "status", "id");

create index lead_form_created_at_id_ix on "lead_form" (tenant, "created_at", "id");

create index lead_form_updated_at_id_ix on "lead_form" (tenant, "updated_at", "id");

alter table "lead_form" enable row level security;

create policy lead_form_tenant on "lead_form"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "lead_form" to shangmai_app;
