-- Planned from the declared entities.

create table "phone_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "key" text not null,
  "number" text,
  "recordings_at" text,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint phone_line_pk primary key (tenant, id)
);

create table "call_result" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "order" integer not null,
  "reached" boolean not null default true,
  "outcome" text,
  "next_step" text,
  "wants_callback" boolean not null default false,
  "closes" boolean not null default false,
  "again_after_hours" integer,
  "opts_out" boolean not null default false,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint call_result_pk primary key (tenant, id)
);

create table "phone_call" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text,
  "direction" text not null,
  "owner" uuid,
  "started_at" timestamptz not null,
  "ended_at" timestamptz,
  "seconds" integer,
  "reached" boolean not null default false,
  "result" uuid,
  "customer" uuid,
  "contact" uuid,
  "lead" uuid,
  "entry" uuid,
  "interaction" uuid,
  "recording" uuid,
  "line" uuid,
  "call_id" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint phone_call_pk primary key (tenant, id)
);

create table "call_script" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint call_script_pk primary key (tenant, id)
);

create table "call_script_step" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "say" text not null,
  "hint" text,
  constraint call_script_step_pk primary key (tenant, id)
);

create table "calling_hours" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "days" text[],
  "begins" text not null,
  "ends" text not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint calling_hours_pk primary key (tenant, id)
);

create table "call_list" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "purpose" text,
  "owner" uuid not null,
  "members" uuid[],
  "script" uuid,
  "hours" uuid,
  "line" uuid,
  "results" uuid[],
  "most_attempts" integer not null,
  "ends_on" date,
  "note" text,
  "status" text not null default 'open',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint call_list_pk primary key (tenant, id)
);

create table "call_entry" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "list" uuid not null,
  "customer" uuid,
  "lead" uuid,
  "name" text,
  "owner" uuid,
  "note" text,
  "attempts" integer not null,
  "last_result" uuid,
  "last_called_at" timestamptz,
  "next_call_at" timestamptz,
  "skip_reason" text,
  "order" uuid,
  "opportunity" uuid,
  "won_at" timestamptz,
  "share" uuid,
  "status" text not null default 'waiting',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint call_entry_pk primary key (tenant, id)
);

alter table "phone_call" add constraint phone_call_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "phone_call" add constraint phone_call_result_fk foreign key (tenant, "result") references "call_result" (tenant, id);

alter table "phone_call" add constraint phone_call_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "phone_call" add constraint phone_call_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "phone_call" add constraint phone_call_lead_fk foreign key (tenant, "lead") references "lead" (tenant, id);

alter table "phone_call" add constraint phone_call_entry_fk foreign key (tenant, "entry") references "call_entry" (tenant, id);

alter table "phone_call" add constraint phone_call_interaction_fk foreign key (tenant, "interaction") references "interaction" (tenant, id);

alter table "phone_call" add constraint phone_call_line_fk foreign key (tenant, "line") references "phone_line" (tenant, id);

alter table "call_script_step" add constraint call_script_step_parent_fk foreign key (tenant, parent) references "call_script" (tenant, id) on delete cascade;

alter table "call_list" add constraint call_list_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "call_list" add constraint call_list_script_fk foreign key (tenant, "script") references "call_script" (tenant, id);

alter table "call_list" add constraint call_list_hours_fk foreign key (tenant, "hours") references "calling_hours" (tenant, id);

alter table "call_list" add constraint call_list_line_fk foreign key (tenant, "line") references "phone_line" (tenant, id);

alter table "call_list" add constraint call_list_status_ck check ("status" in ('open', 'closed'));

alter table "call_entry" add constraint call_entry_list_fk foreign key (tenant, "list") references "call_list" (tenant, id);

alter table "call_entry" add constraint call_entry_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "call_entry" add constraint call_entry_lead_fk foreign key (tenant, "lead") references "lead" (tenant, id);

alter table "call_entry" add constraint call_entry_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "call_entry" add constraint call_entry_last_result_fk foreign key (tenant, "last_result") references "call_result" (tenant, id);

alter table "call_entry" add constraint call_entry_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "call_entry" add constraint call_entry_opportunity_fk foreign key (tenant, "opportunity") references "opportunity" (tenant, id);

alter table "call_entry" add constraint call_entry_status_ck check ("status" in ('waiting', 'later', 'done', 'skipped'));

create unique index phone_line_name_uq on "phone_line" (tenant, "name");

create unique index phone_line_key_uq on "phone_line" (tenant, "key");

create index phone_line_name_id_ix on "phone_line" (tenant, "name", "id");

create index phone_line_key_id_ix on "phone_line" (tenant, "key", "id");

create index phone_line_number_id_ix on "phone_line" (tenant, "number", "id");

create index phone_line_active_id_ix on "phone_line" (tenant, "active", "id");

create index phone_line_created_at_id_ix on "phone_line" (tenant, "created_at", "id");

create index phone_line_updated_at_id_ix on "phone_line" (tenant, "updated_at", "id");

alter table "phone_line" enable row level security;

create policy phone_line_tenant on "phone_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "phone_line" to shangmai_app;

create unique index call_result_name_uq on "call_result" (tenant, "name");

create index call_result_order_id_ix on "call_result" (tenant, "order", "id");

create index call_result_name_id_ix on "call_result" (tenant, "name", "id");

create index call_result_reached_id_ix on "call_result" (tenant, "reached", "id");

create index call_result_outcome_id_ix on "call_result" (tenant, "outcome", "id");

create index call_result_wants_callback_id_ix on "call_result" (tenant, "wants_callback", "id");

create index call_result_closes_id_ix on "call_result" (tenant, "closes", "id");

create index call_result_active_id_ix on "call_result" (tenant, "active", "id");

create index call_result_created_at_id_ix on "call_result" (tenant, "created_at", "id");

create index call_result_updated_at_id_ix on "call_result" (tenant, "updated_at", "id");

alter table "call_result" enable row level security;

create policy call_result_tenant on "call_result"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "call_result" to shangmai_app;

create index phone_call_result_id_desc_ix on "phone_call" (tenant, "result", "id" desc);

create index phone_call_customer_id_desc_ix on "phone_call" (tenant, "customer", "id" desc);

create index phone_call_contact_id_desc_ix on "phone_call" (tenant, "contact", "id" desc);

create index phone_call_lead_id_desc_ix on "phone_call" (tenant, "lead", "id" desc);

create index phone_call_entry_id_desc_ix on "phone_call" (tenant, "entry", "id" desc);

create index phone_call_interaction_id_desc_ix on "phone_call" (tenant, "interaction", "id" desc);

create index phone_call_line_id_desc_ix on "phone_call" (tenant, "line", "id" desc);

create unique index phone_call_call_id_uq on "phone_call" (tenant, "call_id");

create index phone_call_owner_started_at_desc_id_desc_ix on "phone_call" (tenant, "owner", "started_at" desc, "id" desc);

create index phone_call_owner_ended_at_id_ix on "phone_call" (tenant, "owner", "ended_at", "id");

create index phone_call_number_started_at_desc_id_ix on "phone_call" (tenant, "number", "started_at" desc, "id");

create index phone_call_started_at_id_ix on "phone_call" (tenant, "started_at", "id");

create index phone_call_direction_id_ix on "phone_call" (tenant, "direction", "id");

create index phone_call_number_id_ix on "phone_call" (tenant, "number", "id");

create index phone_call_seconds_id_ix on "phone_call" (tenant, "seconds", "id");

create index phone_call_created_at_id_ix on "phone_call" (tenant, "created_at", "id");

create index phone_call_updated_at_id_ix on "phone_call" (tenant, "updated_at", "id");

alter table "phone_call" enable row level security;

create policy phone_call_tenant on "phone_call"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "phone_call" to shangmai_app;

create unique index call_script_name_uq on "call_script" (tenant, "name");

create index call_script_name_id_ix on "call_script" (tenant, "name", "id");

create index call_script_created_at_id_ix on "call_script" (tenant, "created_at", "id");

create index call_script_updated_at_id_ix on "call_script" (tenant, "updated_at", "id");

alter table "call_script" enable row level security;

create policy call_script_tenant on "call_script"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "call_script" to shangmai_app;

create index call_script_step_parent_position_ix on "call_script_step" (tenant, "parent", "position");

alter table "call_script_step" enable row level security;

create policy call_script_step_tenant on "call_script_step"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "call_script_step" to shangmai_app;

create unique index calling_hours_name_uq on "calling_hours" (tenant, "name");

create index calling_hours_name_id_ix on "calling_hours" (tenant, "name", "id");

create index calling_hours_begins_id_ix on "calling_hours" (tenant, "begins", "id");

create index calling_hours_ends_id_ix on "calling_hours" (tenant, "ends", "id");

create index calling_hours_created_at_id_ix on "calling_hours" (tenant, "created_at", "id");

create index calling_hours_updated_at_id_ix on "calling_hours" (tenant, "updated_at", "id");

alter table "calling_hours" enable row level security;

create policy calling_hours_tenant on "calling_hours"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "calling_hours" to shangmai_app;

create unique index call_list_name_uq on "call_list" (tenant, "name");

create index call_list_script_id_desc_ix on "call_list" (tenant, "script", "id" desc);

create index call_list_hours_id_desc_ix on "call_list" (tenant, "hours", "id" desc);

create index call_list_line_id_desc_ix on "call_list" (tenant, "line", "id" desc);

create index call_list_name_id_ix on "call_list" (tenant, "name", "id");

create index call_list_purpose_id_ix on "call_list" (tenant, "purpose", "id");

create index call_list_ends_on_id_ix on "call_list" (tenant, "ends_on", "id");

create index call_list_status_id_ix on "call_list" (tenant, "status", "id");

create index call_list_created_at_id_ix on "call_list" (tenant, "created_at", "id");

create index call_list_updated_at_id_ix on "call_list" (tenant, "updated_at", "id");

alter table "call_list" enable row level security;

create policy call_list_tenant on "call_list"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "call_list" to shangmai_app;

create index call_entry_list_id_desc_ix on "call_entry" (tenant, "list", "id" desc);

create index call_entry_customer_id_desc_ix on "call_entry" (tenant, "customer", "id" desc);

create index call_entry_lead_id_desc_ix on "call_entry" (tenant, "lead", "id" desc);

create index call_entry_last_result_id_desc_ix on "call_entry" (tenant, "last_result", "id" desc);

create index call_entry_order_id_desc_ix on "call_entry" (tenant, "order", "id" desc);

create index call_entry_opportunity_id_desc_ix on "call_entry" (tenant, "opportunity", "id" desc);

create index call_entry_share_id_desc_ix on "call_entry" (tenant, "share", "id" desc);

create unique index call_entry_list_customer_uq on "call_entry" (tenant, "list", "customer");

create unique index call_entry_list_lead_uq on "call_entry" (tenant, "list", "lead");

create index call_entry_owner_status_created_at_id_ix on "call_entry" (tenant, "owner", "status", "created_at", "id");

create index call_entry_owner_status_next_call_at_id_ix on "call_entry" (tenant, "owner", "status", "next_call_at", "id");

create index call_entry_list_status_created_at_id_ix on "call_entry" (tenant, "list", "status", "created_at", "id");

create index call_entry_customer_status_id_ix on "call_entry" (tenant, "customer", "status", "id");

create index call_entry_lead_status_id_ix on "call_entry" (tenant, "lead", "status", "id");

create index call_entry_name_id_ix on "call_entry" (tenant, "name", "id");

create index call_entry_attempts_id_ix on "call_entry" (tenant, "attempts", "id");

create index call_entry_next_call_at_id_ix on "call_entry" (tenant, "next_call_at", "id");

create index call_entry_status_id_ix on "call_entry" (tenant, "status", "id");

create index call_entry_created_at_id_ix on "call_entry" (tenant, "created_at", "id");

create index call_entry_updated_at_id_ix on "call_entry" (tenant, "updated_at", "id");

alter table "call_entry" enable row level security;

create policy call_entry_tenant on "call_entry"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "call_entry" to shangmai_app;
