-- Planned from the declared entities.

create table "duplicate_pair" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "entity" text not null,
  "record" uuid not null,
  "other" uuid not null,
  "score" integer not null,
  "reasons" text[],
  "status" text not null default 'open',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint duplicate_pair_pk primary key (tenant, id)
);

alter table "duplicate_pair" add constraint duplicate_pair_status_ck check ("status" in ('open', 'merged', 'different'));

create index duplicate_pair_record_id_desc_ix on "duplicate_pair" (tenant, "record", "id" desc);

create index duplicate_pair_other_id_desc_ix on "duplicate_pair" (tenant, "other", "id" desc);

create unique index duplicate_pair_entity_record_other_uq on "duplicate_pair" (tenant, "entity", "record", "other");

create index duplicate_pair_entity_other_ix on "duplicate_pair" (tenant, "entity", "other");

create index duplicate_pair_status_score_desc_id_ix on "duplicate_pair" (tenant, "status", "score" desc, "id");

create index duplicate_pair_status_entity_score_desc_id_ix on "duplicate_pair" (tenant, "status", "entity", "score" desc, "id");

create index duplicate_pair_name_id_ix on "duplicate_pair" (tenant, "name", "id");

create index duplicate_pair_score_id_ix on "duplicate_pair" (tenant, "score", "id");

create index duplicate_pair_status_id_ix on "duplicate_pair" (tenant, "status", "id");

create index duplicate_pair_created_at_id_ix on "duplicate_pair" (tenant, "created_at", "id");

create index duplicate_pair_updated_at_id_ix on "duplicate_pair" (tenant, "updated_at", "id");

alter table "duplicate_pair" enable row level security;

create policy duplicate_pair_tenant on "duplicate_pair"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "duplicate_pair" to shangmai_app;

create index stage_change_days_before_id_ix on "stage_change" (tenant, "days_before", "id");
