-- Planned from the declared entities.

create table "books_check" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "key" text not null,
  "name" text not null,
  "checked_at" timestamptz not null,
  "differences" integer not null,
  "since" timestamptz,
  "found" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint books_check_pk primary key (tenant, id)
);

create unique index books_check_key_uq on "books_check" (tenant, "key");

create index books_check_name_id_ix on "books_check" (tenant, "name", "id");

create index books_check_checked_at_id_ix on "books_check" (tenant, "checked_at", "id");

create index books_check_differences_id_ix on "books_check" (tenant, "differences", "id");

create index books_check_since_id_ix on "books_check" (tenant, "since", "id");

create index books_check_created_at_id_ix on "books_check" (tenant, "created_at", "id");

create index books_check_updated_at_id_ix on "books_check" (tenant, "updated_at", "id");

alter table "books_check" enable row level security;

create policy books_check_tenant on "books_check"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "books_check" to shangmai_app;

-- What the last check of the books found, for the figures of all companies.
alter table company add column books_checked_at timestamptz;

alter table company add column book_differences integer not null default 0;
