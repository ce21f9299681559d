-- Planned from the declared entities.

create table "lead" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "name" text not null,
  "kind" text not null,
  "person" text,
  "job_title" text,
  "phone" text,
  "email" text,
  "website" text,
  "address" jsonb,
  "industry" text,
  "owner" uuid,
  "source" text not null,
  "medium" text,
  "campaign" text,
  "need" text,
  "estimate" numeric,
  "wanted_on" date,
  "score" integer,
  "score_reasons" text[],
  "discard_reason" text,
  "ended_at" timestamptz,
  "customer" uuid,
  "contact" uuid,
  "opportunity" uuid,
  "note" text,
  "status" text not null default 'new',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint lead_pk primary key (tenant, id)
);

alter table "lead" add constraint lead_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "lead" add constraint lead_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "lead" add constraint lead_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "lead" add constraint lead_opportunity_fk foreign key (tenant, "opportunity") references "opportunity" (tenant, id);

alter table "lead" add constraint lead_status_ck check ("status" in ('new', 'qualified', 'converted', 'discarded'));

create unique index lead_number_uq on "lead" (tenant, "number");

create index lead_customer_id_desc_ix on "lead" (tenant, "customer", "id" desc);

create index lead_contact_id_desc_ix on "lead" (tenant, "contact", "id" desc);

create index lead_opportunity_id_desc_ix on "lead" (tenant, "opportunity", "id" desc);

create index lead_owner_score_desc_id_ix on "lead" (tenant, "owner", "score" desc, "id");

create index lead_status_score_desc_id_ix on "lead" (tenant, "status", "score" desc, "id");

create index lead_number_id_ix on "lead" (tenant, "number", "id");

create index lead_name_id_ix on "lead" (tenant, "name", "id");

create index lead_person_id_ix on "lead" (tenant, "person", "id");

create index lead_phone_id_ix on "lead" (tenant, "phone", "id");

create index lead_source_id_ix on "lead" (tenant, "source", "id");

create index lead_score_id_ix on "lead" (tenant, "score", "id");

create index lead_status_id_ix on "lead" (tenant, "status", "id");

create index lead_created_at_id_ix on "lead" (tenant, "created_at", "id");

create index lead_updated_at_id_ix on "lead" (tenant, "updated_at", "id");

alter table "lead" enable row level security;

create policy lead_tenant on "lead"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "lead" to shangmai_app;
