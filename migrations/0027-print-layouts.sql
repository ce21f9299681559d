-- Planned from the declared entities.

create table "print_layout" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "entity" text not null,
  "paper" text not null,
  "orientation" text not null,
  "roles" text[],
  "drawing" jsonb,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint print_layout_pk primary key (tenant, id)
);

create index print_layout_name_id_ix on "print_layout" (tenant, "name", "id");

create index print_layout_entity_id_ix on "print_layout" (tenant, "entity", "id");

create index print_layout_paper_id_ix on "print_layout" (tenant, "paper", "id");

create index print_layout_orientation_id_ix on "print_layout" (tenant, "orientation", "id");

create index print_layout_created_at_id_ix on "print_layout" (tenant, "created_at", "id");

create index print_layout_updated_at_id_ix on "print_layout" (tenant, "updated_at", "id");

alter table "print_layout" enable row level security;

create policy print_layout_tenant on "print_layout"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "print_layout" to shangmai_app;
