-- Planned from the declared entities.

create table "reporting_rule" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "kind" text not null,
  "people" jsonb,
  "days" integer not null,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint reporting_rule_pk primary key (tenant, id)
);

create table "work_plan" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text,
  "on" date not null,
  "owner" uuid not null,
  "begins_on" date,
  "ends_on" date,
  "due_on" date,
  "handed_in_at" timestamptz,
  "late" boolean not null default false,
  "sent_to" uuid,
  "answered_at" timestamptz,
  "answered_by" uuid,
  "reminded_on" date,
  "goals" text,
  "target_calls" integer,
  "target_visits" integer,
  "target_quotes" integer,
  "target_orders" numeric,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint work_plan_pk primary key (tenant, id)
);

create table "work_plan_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "day" date,
  "kind" text not null,
  "what" text not null,
  "customer" uuid,
  "done" boolean not null default false,
  "from" text,
  "source" uuid,
  constraint work_plan_line_pk primary key (tenant, id)
);

create table "work_report" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text,
  "kind" text not null,
  "on" date not null,
  "owner" uuid not null,
  "begins_on" date,
  "ends_on" date,
  "due_on" date,
  "handed_in_at" timestamptz,
  "late" boolean not null default false,
  "sent_to" uuid,
  "answered_at" timestamptz,
  "answered_by" uuid,
  "reminded_on" date,
  "plan" uuid,
  "results" text,
  "problems" text,
  "next" text,
  "calls" integer,
  "visits" integer,
  "other_contacts" integer,
  "new_leads" integer,
  "new_customers" integer,
  "new_opportunities" integer,
  "quotes" integer,
  "orders" integer,
  "order_amount" numeric,
  "receipts" integer,
  "receipt_amount" numeric,
  "tasks_done" integer,
  "planned" integer,
  "planned_done" integer,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint work_report_pk primary key (tenant, id)
);

create table "suggestion" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "kind" text not null,
  "text" text not null,
  "owner" uuid not null,
  "to" uuid,
  "department" uuid,
  "answer" text,
  "answered_at" timestamptz,
  "answered_by" uuid,
  "status" text not null default 'new',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint suggestion_pk primary key (tenant, id)
);

alter table "work_plan" add constraint work_plan_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "work_plan" add constraint work_plan_sent_to_fk foreign key (tenant, "sent_to") references "user" (tenant, id);

alter table "work_plan" add constraint work_plan_answered_by_fk foreign key (tenant, "answered_by") references "user" (tenant, id);

alter table "work_plan" add constraint work_plan_status_ck check ("status" in ('draft', 'handed-in', 'returned', 'accepted', 'excused'));

alter table "work_plan_line" add constraint work_plan_line_parent_fk foreign key (tenant, parent) references "work_plan" (tenant, id) on delete cascade;

alter table "work_plan_line" add constraint work_plan_line_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "work_report" add constraint work_report_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "work_report" add constraint work_report_sent_to_fk foreign key (tenant, "sent_to") references "user" (tenant, id);

alter table "work_report" add constraint work_report_answered_by_fk foreign key (tenant, "answered_by") references "user" (tenant, id);

alter table "work_report" add constraint work_report_plan_fk foreign key (tenant, "plan") references "work_plan" (tenant, id);

alter table "work_report" add constraint work_report_status_ck check ("status" in ('draft', 'handed-in', 'returned', 'accepted', 'excused'));

alter table "suggestion" add constraint suggestion_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "suggestion" add constraint suggestion_to_fk foreign key (tenant, "to") references "user" (tenant, id);

alter table "suggestion" add constraint suggestion_department_fk foreign key (tenant, "department") references "department" (tenant, id);

alter table "suggestion" add constraint suggestion_answered_by_fk foreign key (tenant, "answered_by") references "user" (tenant, id);

alter table "suggestion" add constraint suggestion_status_ck check ("status" in ('new', 'answered', 'accepted', 'declined'));

create unique index reporting_rule_name_uq on "reporting_rule" (tenant, "name");

create index reporting_rule_name_id_ix on "reporting_rule" (tenant, "name", "id");

create index reporting_rule_kind_id_ix on "reporting_rule" (tenant, "kind", "id");

create index reporting_rule_days_id_ix on "reporting_rule" (tenant, "days", "id");

create index reporting_rule_active_id_ix on "reporting_rule" (tenant, "active", "id");

create index reporting_rule_created_at_id_ix on "reporting_rule" (tenant, "created_at", "id");

create index reporting_rule_updated_at_id_ix on "reporting_rule" (tenant, "updated_at", "id");

alter table "reporting_rule" enable row level security;

create policy reporting_rule_tenant on "reporting_rule"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "reporting_rule" to shangmai_app;

create unique index work_plan_owner_begins_on_uq on "work_plan" (tenant, "owner", "begins_on");

create index work_plan_owner_begins_on_desc_id_desc_ix on "work_plan" (tenant, "owner", "begins_on" desc, "id" desc);

create index work_plan_status_begins_on_desc_id_desc_ix on "work_plan" (tenant, "status", "begins_on" desc, "id" desc);

create index work_plan_begins_on_desc_id_desc_ix on "work_plan" (tenant, "begins_on" desc, "id" desc);

create index work_plan_status_due_on_id_ix on "work_plan" (tenant, "status", "due_on", "id");

create index work_plan_name_id_ix on "work_plan" (tenant, "name", "id");

create index work_plan_begins_on_id_ix on "work_plan" (tenant, "begins_on", "id");

create index work_plan_status_id_ix on "work_plan" (tenant, "status", "id");

create index work_plan_due_on_id_ix on "work_plan" (tenant, "due_on", "id");

create index work_plan_handed_in_at_id_ix on "work_plan" (tenant, "handed_in_at", "id");

create index work_plan_late_id_ix on "work_plan" (tenant, "late", "id");

create index work_plan_created_at_id_ix on "work_plan" (tenant, "created_at", "id");

create index work_plan_updated_at_id_ix on "work_plan" (tenant, "updated_at", "id");

alter table "work_plan" enable row level security;

create policy work_plan_tenant on "work_plan"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "work_plan" to shangmai_app;

create index work_plan_line_parent_position_ix on "work_plan_line" (tenant, "parent", "position");

create index work_plan_line_customer_ix on "work_plan_line" (tenant, "customer");

create index work_plan_line_source_ix on "work_plan_line" (tenant, "source");

alter table "work_plan_line" enable row level security;

create policy work_plan_line_tenant on "work_plan_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "work_plan_line" to shangmai_app;

create index work_report_plan_id_desc_ix on "work_report" (tenant, "plan", "id" desc);

create unique index work_report_owner_kind_begins_on_uq on "work_report" (tenant, "owner", "kind", "begins_on");

create index work_report_owner_begins_on_desc_id_desc_ix on "work_report" (tenant, "owner", "begins_on" desc, "id" desc);

create index work_report_status_begins_on_desc_id_desc_ix on "work_report" (tenant, "status", "begins_on" desc, "id" desc);

create index work_report_begins_on_desc_id_desc_ix on "work_report" (tenant, "begins_on" desc, "id" desc);

create index work_report_status_due_on_id_ix on "work_report" (tenant, "status", "due_on", "id");

create index work_report_name_id_ix on "work_report" (tenant, "name", "id");

create index work_report_kind_id_ix on "work_report" (tenant, "kind", "id");

create index work_report_begins_on_id_ix on "work_report" (tenant, "begins_on", "id");

create index work_report_status_id_ix on "work_report" (tenant, "status", "id");

create index work_report_due_on_id_ix on "work_report" (tenant, "due_on", "id");

create index work_report_handed_in_at_id_ix on "work_report" (tenant, "handed_in_at", "id");

create index work_report_late_id_ix on "work_report" (tenant, "late", "id");

create index work_report_created_at_id_ix on "work_report" (tenant, "created_at", "id");

create index work_report_updated_at_id_ix on "work_report" (tenant, "updated_at", "id");

alter table "work_report" enable row level security;

create policy work_report_tenant on "work_report"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "work_report" to shangmai_app;

create index suggestion_department_id_desc_ix on "suggestion" (tenant, "department", "id" desc);

create index suggestion_owner_created_at_desc_id_desc_ix on "suggestion" (tenant, "owner", "created_at" desc, "id" desc);

create index suggestion_status_created_at_desc_id_desc_ix on "suggestion" (tenant, "status", "created_at" desc, "id" desc);

create index suggestion_created_at_desc_id_desc_ix on "suggestion" (tenant, "created_at" desc, "id" desc);

create index suggestion_name_id_ix on "suggestion" (tenant, "name", "id");

create index suggestion_kind_id_ix on "suggestion" (tenant, "kind", "id");

create index suggestion_status_id_ix on "suggestion" (tenant, "status", "id");

create index suggestion_created_at_id_ix on "suggestion" (tenant, "created_at", "id");

create index suggestion_updated_at_id_ix on "suggestion" (tenant, "updated_at", "id");

alter table "suggestion" enable row level security;

create policy suggestion_tenant on "suggestion"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "suggestion" to shangmai_app;
