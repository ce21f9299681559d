-- Planned from the declared entities.

create table "response_target" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "source" text,
  "hours" integer not null,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint response_target_pk primary key (tenant, id)
);

create table "deal_care_rule" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "moment" text not null,
  "days_after" integer not null,
  "customers" jsonb,
  "words" text,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint deal_care_rule_pk primary key (tenant, id)
);

create table "article" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "kind" text not null,
  "body" text not null,
  "product" uuid,
  "tags" text[],
  "owner" uuid not null,
  "department" uuid,
  "review_on" date,
  "read_over_asked" date,
  "published_at" timestamptz,
  "published_by" uuid,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint article_pk primary key (tenant, id)
);

alter table "file" add column "words" text;

alter table "customer" add column "contract_until" date;

alter table "customer" add column "service_on" date;

alter table "lead" add column "respond_by" timestamptz;

alter table "lead" add column "answered_at" timestamptz;

alter table "lead" add column "escalated_at" timestamptz;

alter table "article" add constraint article_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "article" add constraint article_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "article" add constraint article_department_fk foreign key (tenant, "department") references "department" (tenant, id);

alter table "article" add constraint article_published_by_fk foreign key (tenant, "published_by") references "user" (tenant, id);

alter table "article" add constraint article_status_ck check ("status" in ('draft', 'published', 'withdrawn'));

create index lead_answered_at_respond_by_id_ix on "lead" (tenant, "answered_at", "respond_by", "id");

create unique index response_target_name_uq on "response_target" (tenant, "name");

create index response_target_name_id_ix on "response_target" (tenant, "name", "id");

create index response_target_source_id_ix on "response_target" (tenant, "source", "id");

create index response_target_hours_id_ix on "response_target" (tenant, "hours", "id");

create index response_target_active_id_ix on "response_target" (tenant, "active", "id");

create index response_target_created_at_id_ix on "response_target" (tenant, "created_at", "id");

create index response_target_updated_at_id_ix on "response_target" (tenant, "updated_at", "id");

alter table "response_target" enable row level security;

create policy response_target_tenant on "response_target"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "response_target" to shangmai_app;

create unique index deal_care_rule_name_uq on "deal_care_rule" (tenant, "name");

create index deal_care_rule_name_id_ix on "deal_care_rule" (tenant, "name", "id");

create index deal_care_rule_moment_id_ix on "deal_care_rule" (tenant, "moment", "id");

create index deal_care_rule_days_after_id_ix on "deal_care_rule" (tenant, "days_after", "id");

create index deal_care_rule_active_id_ix on "deal_care_rule" (tenant, "active", "id");

create index deal_care_rule_created_at_id_ix on "deal_care_rule" (tenant, "created_at", "id");

create index deal_care_rule_updated_at_id_ix on "deal_care_rule" (tenant, "updated_at", "id");

alter table "deal_care_rule" enable row level security;

create policy deal_care_rule_tenant on "deal_care_rule"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "deal_care_rule" to shangmai_app;

create index article_product_id_desc_ix on "article" (tenant, "product", "id" desc);

create index article_department_id_desc_ix on "article" (tenant, "department", "id" desc);

create index article_status_published_at_desc_id_desc_ix on "article" (tenant, "status", "published_at" desc, "id" desc);

create index article_owner_published_at_desc_id_desc_ix on "article" (tenant, "owner", "published_at" desc, "id" desc);

create index article_product_id_ix on "article" (tenant, "product", "id");

create index article_name_id_ix on "article" (tenant, "name", "id");

create index article_kind_id_ix on "article" (tenant, "kind", "id");

create index article_published_at_id_ix on "article" (tenant, "published_at", "id");

create index article_status_id_ix on "article" (tenant, "status", "id");

create index article_created_at_id_ix on "article" (tenant, "created_at", "id");

create index article_updated_at_id_ix on "article" (tenant, "updated_at", "id");

alter table "article" enable row level security;

create policy article_tenant on "article"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "article" to shangmai_app;
