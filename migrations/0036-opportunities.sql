-- Planned from the declared entities.

create table "pipeline" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "active" boolean not null default true,
  "stall_days" integer not null,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint pipeline_pk primary key (tenant, id)
);

create table "pipeline_stage" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "pipeline" uuid not null,
  "name" text not null,
  "code" text,
  "position" integer not null,
  "probability" numeric not null,
  "stall_days" integer,
  "attention" text,
  "checklist" text[],
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint pipeline_stage_pk primary key (tenant, id)
);

create table "stage_criterion" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "fact" text not null,
  "at_least" integer not null,
  "days" integer,
  constraint stage_criterion_pk primary key (tenant, id)
);

create table "opportunity" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "name" text not null,
  "customer" uuid,
  "contact" uuid,
  "owner" uuid not null,
  "members" uuid[],
  "pipeline" uuid,
  "stage" uuid,
  "product" uuid,
  "currency" text not null,
  "rate" numeric,
  "estimate" numeric,
  "amount" numeric,
  "base_amount" numeric,
  "expected_on" date,
  "own_probability" numeric,
  "probability" numeric,
  "expected" numeric,
  "source" text,
  "competitors" text[],
  "opened_on" date,
  "entered_stage_on" date,
  "closed_on" date,
  "next_step" text,
  "next_step_on" date,
  "win_reason" text,
  "loss_reason" text,
  "lost_to" text,
  "note" text,
  "stage_probability" numeric,
  "score" integer,
  "amount_points" integer,
  "close_points" integer,
  "product_points" integer,
  "contact_points" integer,
  "decider_points" integer,
  "file_points" integer,
  "quote_points" integer,
  "stalled" boolean not null default false,
  "stalls_on" date,
  "quotes_sent" integer not null,
  "status" text not null default 'open',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint opportunity_pk primary key (tenant, id)
);

create table "opportunity_product" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "product" uuid not null,
  "quantity" numeric not null,
  "unit_price" numeric not null,
  "amount" numeric not null,
  constraint opportunity_product_pk primary key (tenant, id)
);

create table "opportunity_check" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "item" text not null,
  "done" boolean not null default false,
  "stage" uuid,
  constraint opportunity_check_pk primary key (tenant, id)
);

create table "opportunity_stage" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "opportunity" uuid not null,
  "stage" uuid not null,
  "from" uuid,
  "entered_on" date not null,
  "left_on" date,
  "outcome" text,
  "by" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint opportunity_stage_pk primary key (tenant, id)
);

alter table "quote" add column "opportunity" uuid;

alter table "pipeline_stage" add constraint pipeline_stage_pipeline_fk foreign key (tenant, "pipeline") references "pipeline" (tenant, id);

alter table "stage_criterion" add constraint stage_criterion_parent_fk foreign key (tenant, parent) references "pipeline_stage" (tenant, id) on delete cascade;

alter table "opportunity" add constraint opportunity_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "opportunity" add constraint opportunity_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "opportunity" add constraint opportunity_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "opportunity" add constraint opportunity_pipeline_fk foreign key (tenant, "pipeline") references "pipeline" (tenant, id);

alter table "opportunity" add constraint opportunity_stage_fk foreign key (tenant, "stage") references "pipeline_stage" (tenant, id);

alter table "opportunity" add constraint opportunity_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "opportunity" add constraint opportunity_status_ck check ("status" in ('open', 'won', 'lost'));

alter table "opportunity_product" add constraint opportunity_product_parent_fk foreign key (tenant, parent) references "opportunity" (tenant, id) on delete cascade;

alter table "opportunity_product" add constraint opportunity_product_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "opportunity_check" add constraint opportunity_check_parent_fk foreign key (tenant, parent) references "opportunity" (tenant, id) on delete cascade;

alter table "opportunity_check" add constraint opportunity_check_stage_fk foreign key (tenant, "stage") references "pipeline_stage" (tenant, id);

alter table "opportunity_stage" add constraint opportunity_stage_opportunity_fk foreign key (tenant, "opportunity") references "opportunity" (tenant, id);

alter table "opportunity_stage" add constraint opportunity_stage_stage_fk foreign key (tenant, "stage") references "pipeline_stage" (tenant, id);

alter table "opportunity_stage" add constraint opportunity_stage_from_fk foreign key (tenant, "from") references "pipeline_stage" (tenant, id);

alter table "opportunity_stage" add constraint opportunity_stage_by_fk foreign key (tenant, "by") references "user" (tenant, id);

alter table "quote" add constraint quote_opportunity_fk foreign key (tenant, "opportunity") references "opportunity" (tenant, id);

create unique index pipeline_name_uq on "pipeline" (tenant, "name");

create index pipeline_name_id_ix on "pipeline" (tenant, "name", "id");

create index pipeline_active_id_ix on "pipeline" (tenant, "active", "id");

create index pipeline_stall_days_id_ix on "pipeline" (tenant, "stall_days", "id");

create index pipeline_created_at_id_ix on "pipeline" (tenant, "created_at", "id");

create index pipeline_updated_at_id_ix on "pipeline" (tenant, "updated_at", "id");

alter table "pipeline" enable row level security;

create policy pipeline_tenant on "pipeline"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "pipeline" to shangmai_app;

create index pipeline_stage_pipeline_id_desc_ix on "pipeline_stage" (tenant, "pipeline", "id" desc);

create unique index pipeline_stage_code_uq on "pipeline_stage" (tenant, "code");

create unique index pipeline_stage_pipeline_name_uq on "pipeline_stage" (tenant, "pipeline", "name");

create index pipeline_stage_position_id_ix on "pipeline_stage" (tenant, "position", "id");

create index pipeline_stage_name_id_ix on "pipeline_stage" (tenant, "name", "id");

create index pipeline_stage_probability_id_ix on "pipeline_stage" (tenant, "probability", "id");

create index pipeline_stage_stall_days_id_ix on "pipeline_stage" (tenant, "stall_days", "id");

create index pipeline_stage_created_at_id_ix on "pipeline_stage" (tenant, "created_at", "id");

create index pipeline_stage_updated_at_id_ix on "pipeline_stage" (tenant, "updated_at", "id");

alter table "pipeline_stage" enable row level security;

create policy pipeline_stage_tenant on "pipeline_stage"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "pipeline_stage" to shangmai_app;

create index stage_criterion_parent_position_ix on "stage_criterion" (tenant, "parent", "position");

alter table "stage_criterion" enable row level security;

create policy stage_criterion_tenant on "stage_criterion"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stage_criterion" to shangmai_app;

create unique index opportunity_number_uq on "opportunity" (tenant, "number");

create index opportunity_customer_id_desc_ix on "opportunity" (tenant, "customer", "id" desc);

create index opportunity_contact_id_desc_ix on "opportunity" (tenant, "contact", "id" desc);

create index opportunity_pipeline_id_desc_ix on "opportunity" (tenant, "pipeline", "id" desc);

create index opportunity_stage_id_desc_ix on "opportunity" (tenant, "stage", "id" desc);

create index opportunity_product_id_desc_ix on "opportunity" (tenant, "product", "id" desc);

create index opportunity_owner_expected_on_id_ix on "opportunity" (tenant, "owner", "expected_on", "id");

create index opportunity_status_expected_on_id_ix on "opportunity" (tenant, "status", "expected_on", "id");

create index opportunity_stage_status_id_ix on "opportunity" (tenant, "stage", "status", "id");

create index opportunity_number_id_ix on "opportunity" (tenant, "number", "id");

create index opportunity_name_id_ix on "opportunity" (tenant, "name", "id");

create index opportunity_amount_id_ix on "opportunity" (tenant, "amount", "id");

create index opportunity_probability_id_ix on "opportunity" (tenant, "probability", "id");

create index opportunity_expected_on_id_ix on "opportunity" (tenant, "expected_on", "id");

create index opportunity_score_id_ix on "opportunity" (tenant, "score", "id");

create index opportunity_status_id_ix on "opportunity" (tenant, "status", "id");

create index opportunity_created_at_id_ix on "opportunity" (tenant, "created_at", "id");

create index opportunity_updated_at_id_ix on "opportunity" (tenant, "updated_at", "id");

alter table "opportunity" enable row level security;

create policy opportunity_tenant on "opportunity"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "opportunity" to shangmai_app;

create index opportunity_product_parent_position_ix on "opportunity_product" (tenant, "parent", "position");

create index opportunity_product_product_ix on "opportunity_product" (tenant, "product");

alter table "opportunity_product" enable row level security;

create policy opportunity_product_tenant on "opportunity_product"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "opportunity_product" to shangmai_app;

create index opportunity_check_parent_position_ix on "opportunity_check" (tenant, "parent", "position");

create index opportunity_check_stage_ix on "opportunity_check" (tenant, "stage");

alter table "opportunity_check" enable row level security;

create policy opportunity_check_tenant on "opportunity_check"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "opportunity_check" to shangmai_app;

create index opportunity_stage_opportunity_id_desc_ix on "opportunity_stage" (tenant, "opportunity", "id" desc);

create index opportunity_stage_stage_id_desc_ix on "opportunity_stage" (tenant, "stage", "id" desc);

create index opportunity_stage_from_id_desc_ix on "opportunity_stage" (tenant, "from", "id" desc);

create index opportunity_stage_opportunity_entered_on_id_ix on "opportunity_stage" (tenant, "opportunity", "entered_on", "id");

create index opportunity_stage_entered_on_id_ix on "opportunity_stage" (tenant, "entered_on", "id");

create index opportunity_stage_left_on_id_ix on "opportunity_stage" (tenant, "left_on", "id");

create index opportunity_stage_outcome_id_ix on "opportunity_stage" (tenant, "outcome", "id");

create index opportunity_stage_created_at_id_ix on "opportunity_stage" (tenant, "created_at", "id");

create index opportunity_stage_updated_at_id_ix on "opportunity_stage" (tenant, "updated_at", "id");

alter table "opportunity_stage" enable row level security;

create policy opportunity_stage_tenant on "opportunity_stage"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "opportunity_stage" to shangmai_app;

create index quote_opportunity_id_desc_ix on "quote" (tenant, "opportunity", "id" desc);
