-- Planned from the declared entities.

create table "task_feed" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "owner" uuid not null,
  "status" text not null default 'active',
  "secret_hash" text not null,
  "read_at" timestamptz,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint task_feed_pk primary key (tenant, id)
);

alter table "task_feed" add constraint task_feed_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "task_feed" add constraint task_feed_status_ck check ("status" in ('active', 'revoked'));

create index task_feed_secret_hash_ix on "task_feed" (tenant, "secret_hash");

create index task_feed_name_id_ix on "task_feed" (tenant, "name", "id");

create index task_feed_status_id_ix on "task_feed" (tenant, "status", "id");

create index task_feed_read_at_id_ix on "task_feed" (tenant, "read_at", "id");

create index task_feed_created_at_id_ix on "task_feed" (tenant, "created_at", "id");

create index task_feed_updated_at_id_ix on "task_feed" (tenant, "updated_at", "id");

alter table "task_feed" enable row level security;

create policy task_feed_tenant on "task_feed"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "task_feed" to shangmai_app;
