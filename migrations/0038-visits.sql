-- Planned from the declared entities.

create table "visit" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "contact" uuid,
  "purpose" text not null,
  "planned_on" date not null,
  "owner" uuid not null,
  "place" jsonb,
  "turn" integer,
  "way" integer,
  "checked_in_at" timestamptz,
  "checked_in_place" jsonb,
  "apart" integer,
  "picture" uuid,
  "checked_out_at" timestamptz,
  "interaction" uuid,
  "note" text,
  "status" text not null default 'planned',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint visit_pk primary key (tenant, id)
);

alter table "visit" add constraint visit_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "visit" add constraint visit_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "visit" add constraint visit_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "visit" add constraint visit_interaction_fk foreign key (tenant, "interaction") references "interaction" (tenant, id);

alter table "visit" add constraint visit_status_ck check ("status" in ('planned', 'there', 'done', 'cancelled'));

create index visit_customer_id_desc_ix on "visit" (tenant, "customer", "id" desc);

create index visit_contact_id_desc_ix on "visit" (tenant, "contact", "id" desc);

create index visit_interaction_id_desc_ix on "visit" (tenant, "interaction", "id" desc);

create index visit_owner_planned_on_desc_id_desc_ix on "visit" (tenant, "owner", "planned_on" desc, "id" desc);

create index visit_status_planned_on_desc_id_desc_ix on "visit" (tenant, "status", "planned_on" desc, "id" desc);

create index visit_customer_planned_on_desc_id_ix on "visit" (tenant, "customer", "planned_on" desc, "id");

create index visit_planned_on_id_ix on "visit" (tenant, "planned_on", "id");

create index visit_turn_id_ix on "visit" (tenant, "turn", "id");

create index visit_purpose_id_ix on "visit" (tenant, "purpose", "id");

create index visit_way_id_ix on "visit" (tenant, "way", "id");

create index visit_status_id_ix on "visit" (tenant, "status", "id");

create index visit_created_at_id_ix on "visit" (tenant, "created_at", "id");

create index visit_updated_at_id_ix on "visit" (tenant, "updated_at", "id");

alter table "visit" enable row level security;

create policy visit_tenant on "visit"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "visit" to shangmai_app;
