-- Planned from the declared entities.

create table "department" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "parent" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint department_pk primary key (tenant, id)
);

create table "user" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "email" text not null,
  "roles" text[],
  "department" uuid,
  "reports_to" uuid,
  "title" text,
  "phone" text,
  "locale" text,
  "active" boolean not null default true,
  "code" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint user_pk primary key (tenant, id)
);

create table "role" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "key" text not null,
  "name" text not null,
  "description" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint role_pk primary key (tenant, id)
);

create table "grant" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "role" uuid not null,
  "entity" text not null,
  "right" text not null,
  "allowed" boolean not null default true,
  "scope" jsonb,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint grant_pk primary key (tenant, id)
);

create table "share" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "entity" text not null,
  "record" uuid not null,
  "person" uuid,
  "department" uuid,
  "may_edit" boolean not null default false,
  "until_on" date,
  "purpose" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint share_pk primary key (tenant, id)
);

alter table "department" add constraint department_parent_fk foreign key (tenant, "parent") references "department" (tenant, id);

alter table "user" add constraint user_department_fk foreign key (tenant, "department") references "department" (tenant, id);

alter table "user" add constraint user_reports_to_fk foreign key (tenant, "reports_to") references "user" (tenant, id);

alter table "grant" add constraint grant_role_fk foreign key (tenant, "role") references "role" (tenant, id);

alter table "share" add constraint share_person_fk foreign key (tenant, "person") references "user" (tenant, id);

alter table "share" add constraint share_department_fk foreign key (tenant, "department") references "department" (tenant, id);

create unique index department_name_uq on "department" (tenant, "name");

create index department_parent_id_desc_ix on "department" (tenant, "parent", "id" desc);

create index department_name_id_ix on "department" (tenant, "name", "id");

create index department_created_at_id_ix on "department" (tenant, "created_at", "id");

create index department_updated_at_id_ix on "department" (tenant, "updated_at", "id");

alter table "department" enable row level security;

create policy department_tenant on "department"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "department" to shangmai_app;

create unique index user_email_uq on "user" (tenant, "email");

create index user_department_id_desc_ix on "user" (tenant, "department", "id" desc);

create unique index user_code_uq on "user" (tenant, "code");

create index user_name_id_ix on "user" (tenant, "name", "id");

create index user_email_id_ix on "user" (tenant, "email", "id");

create index user_title_id_ix on "user" (tenant, "title", "id");

create index user_active_id_ix on "user" (tenant, "active", "id");

create index user_created_at_id_ix on "user" (tenant, "created_at", "id");

create index user_updated_at_id_ix on "user" (tenant, "updated_at", "id");

alter table "user" enable row level security;

create policy user_tenant on "user"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "user" to shangmai_app;

create unique index role_key_uq on "role" (tenant, "key");

create index role_name_id_ix on "role" (tenant, "name", "id");

create index role_key_id_ix on "role" (tenant, "key", "id");

create index role_description_id_ix on "role" (tenant, "description", "id");

create index role_created_at_id_ix on "role" (tenant, "created_at", "id");

create index role_updated_at_id_ix on "role" (tenant, "updated_at", "id");

alter table "role" enable row level security;

create policy role_tenant on "role"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "role" to shangmai_app;

create index grant_role_id_desc_ix on "grant" (tenant, "role", "id" desc);

create unique index grant_role_entity_right_uq on "grant" (tenant, "role", "entity", "right");

create index grant_entity_id_ix on "grant" (tenant, "entity", "id");

create index grant_right_id_ix on "grant" (tenant, "right", "id");

create index grant_allowed_id_ix on "grant" (tenant, "allowed", "id");

create index grant_created_at_id_ix on "grant" (tenant, "created_at", "id");

create index grant_updated_at_id_ix on "grant" (tenant, "updated_at", "id");

alter table "grant" enable row level security;

create policy grant_tenant on "grant"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "grant" to shangmai_app;

create index share_record_id_desc_ix on "share" (tenant, "record", "id" desc);

create index share_department_id_desc_ix on "share" (tenant, "department", "id" desc);

create index share_entity_record_ix on "share" (tenant, "entity", "record");

create index share_entity_id_ix on "share" (tenant, "entity", "id");

create index share_until_on_id_ix on "share" (tenant, "until_on", "id");

create index share_created_at_id_ix on "share" (tenant, "created_at", "id");

create index share_updated_at_id_ix on "share" (tenant, "updated_at", "id");

alter table "share" enable row level security;

create policy share_tenant on "share"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "share" to shangmai_app;
