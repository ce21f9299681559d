-- Planned from the declared entities.

create table "interaction" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "contact" uuid,
  "kind" text not null,
  "direction" text not null,
  "happened_at" timestamptz not null,
  "minutes" integer,
  "result" text,
  "summary" text not null,
  "next_step" text,
  "next_on" date,
  "owner" uuid not null,
  "recording" uuid,
  "reviewed_at" timestamptz,
  "reviewed_by" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint interaction_pk primary key (tenant, id)
);

create table "cadence" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "customers" jsonb,
  "every_days" integer not null,
  "channel" text,
  "step" text,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint cadence_pk primary key (tenant, id)
);

alter table "interaction" add constraint interaction_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "interaction" add constraint interaction_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "interaction" add constraint interaction_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "interaction" add constraint interaction_reviewed_by_fk foreign key (tenant, "reviewed_by") references "user" (tenant, id);

create index interaction_customer_id_desc_ix on "interaction" (tenant, "customer", "id" desc);

create index interaction_contact_id_desc_ix on "interaction" (tenant, "contact", "id" desc);

create index interaction_customer_happened_at_desc_id_ix on "interaction" (tenant, "customer", "happened_at" desc, "id");

create index interaction_owner_happened_at_desc_id_desc_ix on "interaction" (tenant, "owner", "happened_at" desc, "id" desc);

create index interaction_happened_at_id_ix on "interaction" (tenant, "happened_at", "id");

create index interaction_kind_id_ix on "interaction" (tenant, "kind", "id");

create index interaction_result_id_ix on "interaction" (tenant, "result", "id");

create index interaction_next_on_id_ix on "interaction" (tenant, "next_on", "id");

create index interaction_created_at_id_ix on "interaction" (tenant, "created_at", "id");

create index interaction_updated_at_id_ix on "interaction" (tenant, "updated_at", "id");

alter table "interaction" enable row level security;

create policy interaction_tenant on "interaction"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "interaction" to shangmai_app;

create unique index cadence_name_uq on "cadence" (tenant, "name");

create index cadence_name_id_ix on "cadence" (tenant, "name", "id");

create index cadence_every_days_id_ix on "cadence" (tenant, "every_days", "id");

create index cadence_channel_id_ix on "cadence" (tenant, "channel", "id");

create index cadence_step_id_ix on "cadence" (tenant, "step", "id");

create index cadence_active_id_ix on "cadence" (tenant, "active", "id");

create index cadence_created_at_id_ix on "cadence" (tenant, "created_at", "id");

create index cadence_updated_at_id_ix on "cadence" (tenant, "updated_at", "id");

alter table "cadence" enable row level security;

create policy cadence_tenant on "cadence"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "cadence" to shangmai_app;
