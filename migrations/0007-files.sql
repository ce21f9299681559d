-- Planned from the declared entities.

create table "file" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "type" text not null,
  "size" numeric not null,
  "hash" text not null,
  "entity" text,
  "record" uuid,
  "revision" integer not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint file_pk primary key (tenant, id)
);

create table "saved_view" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "entity" text not null,
  "where" jsonb,
  "sort" text,
  "columns" jsonb,
  "shared" boolean not null default false,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint saved_view_pk primary key (tenant, id)
);

create index file_record_id_desc_ix on "file" (tenant, "record", "id" desc);

create index file_entity_record_name_revision_ix on "file" (tenant, "entity", "record", "name", "revision");

create index file_hash_ix on "file" (tenant, "hash");

create index file_name_id_ix on "file" (tenant, "name", "id");

create index file_revision_id_ix on "file" (tenant, "revision", "id");

create index file_type_id_ix on "file" (tenant, "type", "id");

create index file_size_id_ix on "file" (tenant, "size", "id");

create index file_created_at_id_ix on "file" (tenant, "created_at", "id");

create index file_updated_at_id_ix on "file" (tenant, "updated_at", "id");

alter table "file" enable row level security;

create policy file_tenant on "file"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "file" to shangmai_app;

create index saved_view_entity_name_ix on "saved_view" (tenant, "entity", "name");

create index saved_view_name_id_ix on "saved_view" (tenant, "name", "id");

create index saved_view_entity_id_ix on "saved_view" (tenant, "entity", "id");

create index saved_view_shared_id_ix on "saved_view" (tenant, "shared", "id");

create index saved_view_created_at_id_ix on "saved_view" (tenant, "created_at", "id");

create index saved_view_updated_at_id_ix on "saved_view" (tenant, "updated_at", "id");

alter table "saved_view" enable row level security;

create policy saved_view_tenant on "saved_view"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "saved_view" to shangmai_app;
