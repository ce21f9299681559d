-- Planned from the declared entities.

create table "shipment" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "customer" uuid not null,
  "warehouse" uuid not null,
  "shipped_on" date not null,
  "carrier" text,
  "tracking_number" text,
  "ship_name" text,
  "ship_to" jsonb,
  "owner" uuid,
  "cost" numeric,
  "note" text,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint shipment_pk primary key (tenant, id)
);

create table "shipment_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "order" uuid not null,
  "order_line" uuid not null,
  "product" uuid not null,
  "quantity" numeric not null,
  "unit_cost" numeric,
  "value" numeric,
  "returned_quantity" numeric not null,
  "returned_value" numeric not null,
  constraint shipment_line_pk primary key (tenant, id)
);

create table "goods_return" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "shipment" uuid not null,
  "customer" uuid not null,
  "warehouse" uuid not null,
  "returned_on" date not null,
  "reason" text,
  "owner" uuid,
  "note" text,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint goods_return_pk primary key (tenant, id)
);

create table "goods_return_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "shipment_line" uuid not null,
  "product" uuid not null,
  "quantity" numeric not null,
  "value" numeric,
  constraint goods_return_line_pk primary key (tenant, id)
);

alter table "shipment" add constraint shipment_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "shipment" add constraint shipment_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "shipment" add constraint shipment_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "shipment" add constraint shipment_status_ck check ("status" in ('draft', 'sent', 'cancelled'));

alter table "shipment_line" add constraint shipment_line_parent_fk foreign key (tenant, parent) references "shipment" (tenant, id) on delete cascade;

alter table "shipment_line" add constraint shipment_line_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "shipment_line" add constraint shipment_line_order_line_fk foreign key (tenant, "order_line") references "order_line" (tenant, id);

alter table "shipment_line" add constraint shipment_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "shipment_line" add constraint shipment_line_returned_at_most_sent_ck check (returned_quantity >= 0 and returned_quantity <= quantity);

alter table "goods_return" add constraint goods_return_shipment_fk foreign key (tenant, "shipment") references "shipment" (tenant, id);

alter table "goods_return" add constraint goods_return_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "goods_return" add constraint goods_return_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "goods_return" add constraint goods_return_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "goods_return" add constraint goods_return_status_ck check ("status" in ('draft', 'received', 'cancelled'));

alter table "goods_return_line" add constraint goods_return_line_parent_fk foreign key (tenant, parent) references "goods_return" (tenant, id) on delete cascade;

alter table "goods_return_line" add constraint goods_return_line_shipment_line_fk foreign key (tenant, "shipment_line") references "shipment_line" (tenant, id);

alter table "goods_return_line" add constraint goods_return_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

create unique index shipment_number_uq on "shipment" (tenant, "number");

create index shipment_customer_id_desc_ix on "shipment" (tenant, "customer", "id" desc);

create index shipment_warehouse_id_desc_ix on "shipment" (tenant, "warehouse", "id" desc);

create index shipment_owner_number_id_ix on "shipment" (tenant, "owner", "number", "id");

create index shipment_status_number_id_ix on "shipment" (tenant, "status", "number", "id");

create index shipment_number_id_ix on "shipment" (tenant, "number", "id");

create index shipment_shipped_on_id_ix on "shipment" (tenant, "shipped_on", "id");

create index shipment_carrier_id_ix on "shipment" (tenant, "carrier", "id");

create index shipment_status_id_ix on "shipment" (tenant, "status", "id");

create index shipment_created_at_id_ix on "shipment" (tenant, "created_at", "id");

create index shipment_updated_at_id_ix on "shipment" (tenant, "updated_at", "id");

alter table "shipment" enable row level security;

create policy shipment_tenant on "shipment"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "shipment" to shangmai_app;

create index shipment_line_parent_position_ix on "shipment_line" (tenant, "parent", "position");

create index shipment_line_order_ix on "shipment_line" (tenant, "order");

create index shipment_line_order_line_ix on "shipment_line" (tenant, "order_line");

create index shipment_line_product_ix on "shipment_line" (tenant, "product");

alter table "shipment_line" enable row level security;

create policy shipment_line_tenant on "shipment_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "shipment_line" to shangmai_app;

create unique index goods_return_number_uq on "goods_return" (tenant, "number");

create index goods_return_shipment_id_desc_ix on "goods_return" (tenant, "shipment", "id" desc);

create index goods_return_customer_id_desc_ix on "goods_return" (tenant, "customer", "id" desc);

create index goods_return_warehouse_id_desc_ix on "goods_return" (tenant, "warehouse", "id" desc);

create index goods_return_owner_number_id_ix on "goods_return" (tenant, "owner", "number", "id");

create index goods_return_status_number_id_ix on "goods_return" (tenant, "status", "number", "id");

create index goods_return_number_id_ix on "goods_return" (tenant, "number", "id");

create index goods_return_returned_on_id_ix on "goods_return" (tenant, "returned_on", "id");

create index goods_return_reason_id_ix on "goods_return" (tenant, "reason", "id");

create index goods_return_status_id_ix on "goods_return" (tenant, "status", "id");

create index goods_return_created_at_id_ix on "goods_return" (tenant, "created_at", "id");

create index goods_return_updated_at_id_ix on "goods_return" (tenant, "updated_at", "id");

alter table "goods_return" enable row level security;

create policy goods_return_tenant on "goods_return"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "goods_return" to shangmai_app;

create index goods_return_line_parent_position_ix on "goods_return_line" (tenant, "parent", "position");

create index goods_return_line_shipment_line_ix on "goods_return_line" (tenant, "shipment_line");

create index goods_return_line_product_ix on "goods_return_line" (tenant, "product");

alter table "goods_return_line" enable row level security;

create policy goods_return_line_tenant on "goods_return_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "goods_return_line" to shangmai_app;
