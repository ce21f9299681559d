-- Planned from the declared entities.

create table "books" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "closed_until" date,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint books_pk primary key (tenant, id)
);

create unique index books_name_uq on "books" (tenant, "name");

create index books_name_id_ix on "books" (tenant, "name", "id");

create index books_closed_until_id_ix on "books" (tenant, "closed_until", "id");

create index books_updated_at_id_ix on "books" (tenant, "updated_at", "id");

create index books_created_at_id_ix on "books" (tenant, "created_at", "id");

alter table "books" enable row level security;

create policy books_tenant on "books"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "books" to shangmai_app;

-- Every company has its books, all days open.
insert into "books" (tenant, id, name, created_at, updated_at)
  select tenant, gen_random_uuid(),
    case when settings->>'locale' = 'en' then 'Books' else '帳簿' end, created_at, created_at
  from company;
