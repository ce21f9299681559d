-- Planned from the declared entities.

create table "mail" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "to" text not null,
  "subject" text not null,
  "text" text not null,
  "html" text,
  "state" text not null default 'queued',
  "attempts" integer not null,
  "error" text,
  "sent_at" timestamptz,
  "attachments" jsonb,
  "entity" text,
  "record" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint mail_pk primary key (tenant, id)
);

alter table "mail" add constraint mail_state_ck check ("state" in ('queued', 'sent', 'failed'));

create index mail_record_id_desc_ix on "mail" (tenant, "record", "id" desc);

create index mail_state_updated_at_ix on "mail" (tenant, "state", "updated_at");

create index mail_subject_id_ix on "mail" (tenant, "subject", "id");

create index mail_to_id_ix on "mail" (tenant, "to", "id");

create index mail_state_id_ix on "mail" (tenant, "state", "id");

create index mail_sent_at_id_ix on "mail" (tenant, "sent_at", "id");

create index mail_created_at_id_ix on "mail" (tenant, "created_at", "id");

create index mail_updated_at_id_ix on "mail" (tenant, "updated_at", "id");

alter table "mail" enable row level security;

create policy mail_tenant on "mail"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "mail" to shangmai_app;
