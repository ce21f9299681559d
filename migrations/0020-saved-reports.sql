-- Planned from the declared entities.

create table "saved_report" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "report" text not null,
  "asked" jsonb,
  "roles" text[],
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint saved_report_pk primary key (tenant, id)
);

create index saved_report_report_name_ix on "saved_report" (tenant, "report", "name");

create index saved_report_name_id_ix on "saved_report" (tenant, "name", "id");

create index saved_report_report_id_ix on "saved_report" (tenant, "report", "id");

create index saved_report_updated_at_id_ix on "saved_report" (tenant, "updated_at", "id");

create index saved_report_created_at_id_ix on "saved_report" (tenant, "created_at", "id");

alter table "saved_report" enable row level security;

create policy saved_report_tenant on "saved_report"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "saved_report" to shangmai_app;
