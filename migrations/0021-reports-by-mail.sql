-- Planned from the declared entities.

create table "report_mail" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "saved" uuid not null,
  "person" uuid not null,
  "every" text not null,
  "sent_on" date,
  "stop_key" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint report_mail_pk primary key (tenant, id)
);

alter table "mail" add column "stop_url" text;

alter table "report_mail" add constraint report_mail_saved_fk foreign key (tenant, "saved") references "saved_report" (tenant, id);

alter table "report_mail" add constraint report_mail_person_fk foreign key (tenant, "person") references "user" (tenant, id);

create index report_mail_saved_id_desc_ix on "report_mail" (tenant, "saved", "id" desc);

create index report_mail_every_id_ix on "report_mail" (tenant, "every", "id");

create index report_mail_sent_on_id_ix on "report_mail" (tenant, "sent_on", "id");

create index report_mail_created_at_id_ix on "report_mail" (tenant, "created_at", "id");

create index report_mail_updated_at_id_ix on "report_mail" (tenant, "updated_at", "id");

alter table "report_mail" enable row level security;

create policy report_mail_tenant on "report_mail"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "report_mail" to shangmai_app;
