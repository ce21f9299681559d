-- Planned from the declared entities.

create table "stock_place" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "kind" text not null,
  "name" text not null,
  "warehouse" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stock_place_pk primary key (tenant, id)
);

create table "stock_move" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "on" date not null,
  "product" uuid not null,
  "quantity" numeric not null,
  "from_place" uuid not null,
  "to_place" uuid not null,
  "unit_cost" numeric not null,
  "value" numeric not null,
  "entity" text not null,
  "record" uuid not null,
  "line" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stock_move_pk primary key (tenant, id)
);

create table "stock_level" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "product" uuid not null,
  "warehouse" uuid not null,
  "on_hand" numeric not null,
  "reserved" numeric not null,
  "available" numeric not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stock_level_pk primary key (tenant, id)
);

create table "stock_value" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "product" uuid not null,
  "quantity" numeric not null,
  "value" numeric not null,
  "average_cost" numeric not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stock_value_pk primary key (tenant, id)
);

create table "stock_reservation" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "product" uuid not null,
  "warehouse" uuid not null,
  "quantity" numeric not null,
  "entity" text not null,
  "record" uuid not null,
  "line" uuid not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stock_reservation_pk primary key (tenant, id)
);

create table "stock_entry" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "kind" text not null,
  "warehouse" uuid not null,
  "on" date not null,
  "reason" text,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint stock_entry_pk primary key (tenant, id)
);

create table "stock_entry_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "product" uuid not null,
  "quantity" numeric not null,
  "unit_cost" numeric,
  "value" numeric,
  constraint stock_entry_line_pk primary key (tenant, id)
);

alter table "stock_place" add constraint stock_place_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "stock_move" add constraint stock_move_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "stock_move" add constraint stock_move_from_place_fk foreign key (tenant, "from_place") references "stock_place" (tenant, id);

alter table "stock_move" add constraint stock_move_to_place_fk foreign key (tenant, "to_place") references "stock_place" (tenant, id);

alter table "stock_move" add constraint stock_move_quantity_is_positive_ck check (quantity > 0);

alter table "stock_move" add constraint stock_move_ends_differ_ck check (from_place <> to_place);

alter table "stock_level" add constraint stock_level_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "stock_level" add constraint stock_level_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "stock_level" add constraint stock_level_not_negative_ck check (on_hand >= 0 and reserved >= 0);

alter table "stock_level" add constraint stock_level_not_oversold_ck check (reserved <= on_hand);

alter table "stock_level" add constraint stock_level_available_is_the_rest_ck check (available = on_hand - reserved);

alter table "stock_value" add constraint stock_value_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "stock_value" add constraint stock_value_not_negative_ck check (quantity >= 0);

alter table "stock_reservation" add constraint stock_reservation_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "stock_reservation" add constraint stock_reservation_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "stock_reservation" add constraint stock_reservation_not_negative_ck check (quantity >= 0);

alter table "stock_entry" add constraint stock_entry_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "stock_entry" add constraint stock_entry_status_ck check ("status" in ('draft', 'posted', 'reversed'));

alter table "stock_entry_line" add constraint stock_entry_line_parent_fk foreign key (tenant, parent) references "stock_entry" (tenant, id) on delete cascade;

alter table "stock_entry_line" add constraint stock_entry_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

create unique index stock_place_warehouse_uq on "stock_place" (tenant, "warehouse");

create index stock_place_name_id_ix on "stock_place" (tenant, "name", "id");

create index stock_place_kind_id_ix on "stock_place" (tenant, "kind", "id");

create index stock_place_created_at_id_ix on "stock_place" (tenant, "created_at", "id");

create index stock_place_updated_at_id_ix on "stock_place" (tenant, "updated_at", "id");

alter table "stock_place" enable row level security;

create policy stock_place_tenant on "stock_place"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_place" to shangmai_app;

create index stock_move_product_id_desc_ix on "stock_move" (tenant, "product", "id" desc);

create index stock_move_from_place_id_desc_ix on "stock_move" (tenant, "from_place", "id" desc);

create index stock_move_to_place_id_desc_ix on "stock_move" (tenant, "to_place", "id" desc);

create index stock_move_record_id_desc_ix on "stock_move" (tenant, "record", "id" desc);

create index stock_move_line_id_desc_ix on "stock_move" (tenant, "line", "id" desc);

create index stock_move_entity_record_ix on "stock_move" (tenant, "entity", "record");

create index stock_move_on_id_ix on "stock_move" (tenant, "on", "id");

create index stock_move_quantity_id_ix on "stock_move" (tenant, "quantity", "id");

create index stock_move_unit_cost_id_ix on "stock_move" (tenant, "unit_cost", "id");

create index stock_move_value_id_ix on "stock_move" (tenant, "value", "id");

create index stock_move_entity_id_ix on "stock_move" (tenant, "entity", "id");

create index stock_move_created_at_id_ix on "stock_move" (tenant, "created_at", "id");

create index stock_move_updated_at_id_ix on "stock_move" (tenant, "updated_at", "id");

alter table "stock_move" enable row level security;

create policy stock_move_tenant on "stock_move"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert on "stock_move" to shangmai_app;

create index stock_level_product_id_desc_ix on "stock_level" (tenant, "product", "id" desc);

create index stock_level_warehouse_id_desc_ix on "stock_level" (tenant, "warehouse", "id" desc);

create unique index stock_level_product_warehouse_uq on "stock_level" (tenant, "product", "warehouse");

create index stock_level_on_hand_id_ix on "stock_level" (tenant, "on_hand", "id");

create index stock_level_reserved_id_ix on "stock_level" (tenant, "reserved", "id");

create index stock_level_available_id_ix on "stock_level" (tenant, "available", "id");

create index stock_level_created_at_id_ix on "stock_level" (tenant, "created_at", "id");

create index stock_level_updated_at_id_ix on "stock_level" (tenant, "updated_at", "id");

alter table "stock_level" enable row level security;

create policy stock_level_tenant on "stock_level"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_level" to shangmai_app;

create unique index stock_value_product_uq on "stock_value" (tenant, "product");

create index stock_value_quantity_id_ix on "stock_value" (tenant, "quantity", "id");

create index stock_value_average_cost_id_ix on "stock_value" (tenant, "average_cost", "id");

create index stock_value_value_id_ix on "stock_value" (tenant, "value", "id");

create index stock_value_created_at_id_ix on "stock_value" (tenant, "created_at", "id");

create index stock_value_updated_at_id_ix on "stock_value" (tenant, "updated_at", "id");

alter table "stock_value" enable row level security;

create policy stock_value_tenant on "stock_value"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_value" to shangmai_app;

create index stock_reservation_product_id_desc_ix on "stock_reservation" (tenant, "product", "id" desc);

create index stock_reservation_warehouse_id_desc_ix on "stock_reservation" (tenant, "warehouse", "id" desc);

create index stock_reservation_record_id_desc_ix on "stock_reservation" (tenant, "record", "id" desc);

create unique index stock_reservation_line_uq on "stock_reservation" (tenant, "line");

create index stock_reservation_entity_record_ix on "stock_reservation" (tenant, "entity", "record");

create index stock_reservation_quantity_id_ix on "stock_reservation" (tenant, "quantity", "id");

create index stock_reservation_entity_id_ix on "stock_reservation" (tenant, "entity", "id");

create index stock_reservation_created_at_id_ix on "stock_reservation" (tenant, "created_at", "id");

create index stock_reservation_updated_at_id_ix on "stock_reservation" (tenant, "updated_at", "id");

alter table "stock_reservation" enable row level security;

create policy stock_reservation_tenant on "stock_reservation"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_reservation" to shangmai_app;

create unique index stock_entry_number_uq on "stock_entry" (tenant, "number");

create index stock_entry_warehouse_id_desc_ix on "stock_entry" (tenant, "warehouse", "id" desc);

create index stock_entry_number_id_ix on "stock_entry" (tenant, "number", "id");

create index stock_entry_kind_id_ix on "stock_entry" (tenant, "kind", "id");

create index stock_entry_on_id_ix on "stock_entry" (tenant, "on", "id");

create index stock_entry_reason_id_ix on "stock_entry" (tenant, "reason", "id");

create index stock_entry_status_id_ix on "stock_entry" (tenant, "status", "id");

create index stock_entry_created_at_id_ix on "stock_entry" (tenant, "created_at", "id");

create index stock_entry_updated_at_id_ix on "stock_entry" (tenant, "updated_at", "id");

alter table "stock_entry" enable row level security;

create policy stock_entry_tenant on "stock_entry"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_entry" to shangmai_app;

create index stock_entry_line_parent_position_ix on "stock_entry_line" (tenant, "parent", "position");

create index stock_entry_line_product_ix on "stock_entry_line" (tenant, "product");

alter table "stock_entry_line" enable row level security;

create policy stock_entry_line_tenant on "stock_entry_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_entry_line" to shangmai_app;
