-- Planned from the declared entities.

create table "task" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "title" text not null,
  "kind" text not null,
  "status" text not null default 'open',
  "priority" text not null,
  "due_on" date not null,
  "time" text,
  "minutes" integer,
  "owner" uuid not null,
  "entity" text,
  "record" uuid,
  "remind_before" text,
  "repeat" text not null,
  "lunar" boolean not null default false,
  "workdays_only" boolean not null default false,
  "repeat_until" date,
  "note" text,
  "result" text,
  "ended_at" timestamptz,
  "repeat_from" date,
  "remind_at" timestamptz,
  "reminded_at" timestamptz,
  "origin" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint task_pk primary key (tenant, id)
);

create table "calendar_day" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "day" date not null,
  "kind" text not null,
  "name" text not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint calendar_day_pk primary key (tenant, id)
);

create table "care_rule" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "what" text not null,
  "days_before" integer not null,
  "customers" jsonb,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint care_rule_pk primary key (tenant, id)
);

alter table "task" add constraint task_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "task" add constraint task_status_ck check ("status" in ('open', 'done', 'dropped'));

create index task_record_id_desc_ix on "task" (tenant, "record", "id" desc);

create unique index task_origin_uq on "task" (tenant, "origin");

create index task_owner_status_due_on_id_ix on "task" (tenant, "owner", "status", "due_on", "id");

create index task_entity_record_ended_at_desc_id_ix on "task" (tenant, "entity", "record", "ended_at" desc, "id");

create index task_due_on_id_ix on "task" (tenant, "due_on", "id");

create index task_status_remind_at_ix on "task" (tenant, "status", "remind_at");

create index task_title_id_ix on "task" (tenant, "title", "id");

create index task_kind_id_ix on "task" (tenant, "kind", "id");

create index task_time_id_ix on "task" (tenant, "time", "id");

create index task_status_id_ix on "task" (tenant, "status", "id");

create index task_priority_id_ix on "task" (tenant, "priority", "id");

create index task_created_at_id_ix on "task" (tenant, "created_at", "id");

create index task_updated_at_id_ix on "task" (tenant, "updated_at", "id");

alter table "task" enable row level security;

create policy task_tenant on "task"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "task" to shangmai_app;

create unique index calendar_day_day_uq on "calendar_day" (tenant, "day");

create index calendar_day_day_id_ix on "calendar_day" (tenant, "day", "id");

create index calendar_day_kind_id_ix on "calendar_day" (tenant, "kind", "id");

create index calendar_day_name_id_ix on "calendar_day" (tenant, "name", "id");

create index calendar_day_created_at_id_ix on "calendar_day" (tenant, "created_at", "id");

create index calendar_day_updated_at_id_ix on "calendar_day" (tenant, "updated_at", "id");

alter table "calendar_day" enable row level security;

create policy calendar_day_tenant on "calendar_day"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "calendar_day" to shangmai_app;

create unique index care_rule_name_uq on "care_rule" (tenant, "name");

create index care_rule_name_id_ix on "care_rule" (tenant, "name", "id");

create index care_rule_what_id_ix on "care_rule" (tenant, "what", "id");

create index care_rule_days_before_id_ix on "care_rule" (tenant, "days_before", "id");

create index care_rule_active_id_ix on "care_rule" (tenant, "active", "id");

create index care_rule_created_at_id_ix on "care_rule" (tenant, "created_at", "id");

create index care_rule_updated_at_id_ix on "care_rule" (tenant, "updated_at", "id");

alter table "care_rule" enable row level security;

create policy care_rule_tenant on "care_rule"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "care_rule" to shangmai_app;
