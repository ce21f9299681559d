-- Planned from the declared entities.

create table "custom_field" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "entity" text not null,
  "label" text not null,
  "kind" text not null,
  "target" text,
  "places" integer,
  "help" text,
  "section" text,
  "required" boolean not null default false,
  "listed" boolean not null default false,
  "name" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint custom_field_pk primary key (tenant, id)
);

create table "custom_option" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "label" text not null,
  "value" text,
  constraint custom_option_pk primary key (tenant, id)
);

create table "choice_list" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "entity" text not null,
  "field" text not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint choice_list_pk primary key (tenant, id)
);

create table "listed_choice" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "label" text not null,
  "value" text,
  "hidden" boolean not null default false,
  constraint listed_choice_pk primary key (tenant, id)
);

alter table "custom_option" add constraint custom_option_parent_fk foreign key (tenant, parent) references "custom_field" (tenant, id) on delete cascade;

alter table "listed_choice" add constraint listed_choice_parent_fk foreign key (tenant, parent) references "choice_list" (tenant, id) on delete cascade;

create unique index custom_field_entity_name_uq on "custom_field" (tenant, "entity", "name");

create index custom_field_entity_id_ix on "custom_field" (tenant, "entity", "id");

create index custom_field_label_id_ix on "custom_field" (tenant, "label", "id");

create index custom_field_kind_id_ix on "custom_field" (tenant, "kind", "id");

create index custom_field_section_id_ix on "custom_field" (tenant, "section", "id");

create index custom_field_required_id_ix on "custom_field" (tenant, "required", "id");

create index custom_field_listed_id_ix on "custom_field" (tenant, "listed", "id");

create index custom_field_name_id_ix on "custom_field" (tenant, "name", "id");

create index custom_field_created_at_id_ix on "custom_field" (tenant, "created_at", "id");

create index custom_field_updated_at_id_ix on "custom_field" (tenant, "updated_at", "id");

alter table "custom_field" enable row level security;

create policy custom_field_tenant on "custom_field"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "custom_field" to shangmai_app;

create index custom_option_parent_position_ix on "custom_option" (tenant, "parent", "position");

alter table "custom_option" enable row level security;

create policy custom_option_tenant on "custom_option"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "custom_option" to shangmai_app;

create unique index choice_list_entity_field_uq on "choice_list" (tenant, "entity", "field");

create index choice_list_entity_id_ix on "choice_list" (tenant, "entity", "id");

create index choice_list_field_id_ix on "choice_list" (tenant, "field", "id");

create index choice_list_created_at_id_ix on "choice_list" (tenant, "created_at", "id");

create index choice_list_updated_at_id_ix on "choice_list" (tenant, "updated_at", "id");

alter table "choice_list" enable row level security;

create policy choice_list_tenant on "choice_list"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "choice_list" to shangmai_app;

create index listed_choice_parent_position_ix on "listed_choice" (tenant, "parent", "position");

alter table "listed_choice" enable row level security;

create policy listed_choice_tenant on "listed_choice"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "listed_choice" to shangmai_app;
