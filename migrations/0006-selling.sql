-- Planned from the declared entities.

create table "quote" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "customer" uuid not null,
  "contact" uuid,
  "quoted_on" date not null,
  "valid_until" date,
  "currency" text not null,
  "rate" numeric,
  "price_includes_tax" boolean not null default false,
  "owner" uuid,
  "freight" numeric,
  "freight_tax_percent" numeric,
  "net" numeric not null,
  "tax" numeric not null,
  "total" numeric not null,
  "base_total" numeric,
  "terms" text,
  "note" text,
  "revision" integer not null,
  "order" uuid,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint quote_pk primary key (tenant, id)
);

create table "quote_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "product" uuid not null,
  "description" text,
  "quantity" numeric not null,
  "unit" uuid,
  "unit_price" numeric not null,
  "discount_percent" numeric,
  "tax_percent" numeric not null,
  "net" numeric not null,
  "tax" numeric not null,
  "gross" numeric not null,
  constraint quote_line_pk primary key (tenant, id)
);

create table "order" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "customer" uuid not null,
  "customer_reference" text,
  "quote" uuid,
  "ordered_on" date not null,
  "required_on" date,
  "warehouse" uuid,
  "currency" text not null,
  "rate" numeric,
  "price_includes_tax" boolean not null default false,
  "owner" uuid,
  "ship_name" text,
  "ship_to" jsonb,
  "freight" numeric,
  "freight_tax_percent" numeric,
  "net" numeric not null,
  "tax" numeric not null,
  "total" numeric not null,
  "base_total" numeric,
  "note" text,
  "revision" integer not null,
  "invoiced_base" numeric not null,
  "ended_early" boolean not null default false,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint order_pk primary key (tenant, id)
);

create table "order_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "product" uuid not null,
  "description" text,
  "quantity" numeric not null,
  "unit" uuid,
  "unit_price" numeric not null,
  "discount_percent" numeric,
  "tax_percent" numeric not null,
  "net" numeric not null,
  "tax" numeric not null,
  "gross" numeric not null,
  "shipped_quantity" numeric not null,
  "invoiced_quantity" numeric not null,
  "returned_quantity" numeric not null,
  constraint order_line_pk primary key (tenant, id)
);

alter table "quote" add constraint quote_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "quote" add constraint quote_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "quote" add constraint quote_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "quote" add constraint quote_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "quote" add constraint quote_status_ck check ("status" in ('draft', 'sent', 'ordered', 'declined', 'cancelled'));

alter table "quote_line" add constraint quote_line_parent_fk foreign key (tenant, parent) references "quote" (tenant, id) on delete cascade;

alter table "quote_line" add constraint quote_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "quote_line" add constraint quote_line_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "order" add constraint order_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "order" add constraint order_quote_fk foreign key (tenant, "quote") references "quote" (tenant, id);

alter table "order" add constraint order_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "order" add constraint order_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "order" add constraint order_status_ck check ("status" in ('draft', 'confirmed', 'shipped', 'closed', 'cancelled'));

alter table "order_line" add constraint order_line_parent_fk foreign key (tenant, parent) references "order" (tenant, id) on delete cascade;

alter table "order_line" add constraint order_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "order_line" add constraint order_line_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "order_line" add constraint order_line_shipped_at_most_ordered_ck check (shipped_quantity >= 0 and shipped_quantity <= quantity);

alter table "order_line" add constraint order_line_returned_at_most_shipped_ck check (returned_quantity >= 0 and returned_quantity <= shipped_quantity);

alter table "order_line" add constraint order_line_invoiced_at_most_ordered_ck check (invoiced_quantity >= 0 and invoiced_quantity <= quantity);

create unique index quote_number_uq on "quote" (tenant, "number");

create index quote_customer_id_desc_ix on "quote" (tenant, "customer", "id" desc);

create index quote_contact_id_desc_ix on "quote" (tenant, "contact", "id" desc);

create index quote_order_id_desc_ix on "quote" (tenant, "order", "id" desc);

create index quote_owner_number_id_ix on "quote" (tenant, "owner", "number", "id");

create index quote_status_number_id_ix on "quote" (tenant, "status", "number", "id");

create index quote_number_id_ix on "quote" (tenant, "number", "id");

create index quote_quoted_on_id_ix on "quote" (tenant, "quoted_on", "id");

create index quote_valid_until_id_ix on "quote" (tenant, "valid_until", "id");

create index quote_total_id_ix on "quote" (tenant, "total", "id");

create index quote_status_id_ix on "quote" (tenant, "status", "id");

create index quote_created_at_id_ix on "quote" (tenant, "created_at", "id");

create index quote_updated_at_id_ix on "quote" (tenant, "updated_at", "id");

alter table "quote" enable row level security;

create policy quote_tenant on "quote"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "quote" to shangmai_app;

create index quote_line_parent_position_ix on "quote_line" (tenant, "parent", "position");

create index quote_line_product_ix on "quote_line" (tenant, "product");

create index quote_line_unit_ix on "quote_line" (tenant, "unit");

alter table "quote_line" enable row level security;

create policy quote_line_tenant on "quote_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "quote_line" to shangmai_app;

create unique index order_number_uq on "order" (tenant, "number");

create index order_customer_id_desc_ix on "order" (tenant, "customer", "id" desc);

create index order_quote_id_desc_ix on "order" (tenant, "quote", "id" desc);

create index order_warehouse_id_desc_ix on "order" (tenant, "warehouse", "id" desc);

create index order_owner_number_id_ix on "order" (tenant, "owner", "number", "id");

create index order_status_number_id_ix on "order" (tenant, "status", "number", "id");

create index order_number_id_ix on "order" (tenant, "number", "id");

create index order_ordered_on_id_ix on "order" (tenant, "ordered_on", "id");

create index order_required_on_id_ix on "order" (tenant, "required_on", "id");

create index order_total_id_ix on "order" (tenant, "total", "id");

create index order_status_id_ix on "order" (tenant, "status", "id");

create index order_created_at_id_ix on "order" (tenant, "created_at", "id");

create index order_updated_at_id_ix on "order" (tenant, "updated_at", "id");

alter table "order" enable row level security;

create policy order_tenant on "order"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "order" to shangmai_app;

create index order_line_parent_position_ix on "order_line" (tenant, "parent", "position");

create index order_line_product_ix on "order_line" (tenant, "product");

create index order_line_unit_ix on "order_line" (tenant, "unit");

alter table "order_line" enable row level security;

create policy order_line_tenant on "order_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "order_line" to shangmai_app;
