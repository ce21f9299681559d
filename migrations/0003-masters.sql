-- Planned from the declared entities.

create table "comment" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "entity" text not null,
  "record" uuid not null,
  "text" text not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint comment_pk primary key (tenant, id)
);

create table "customer" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "name" text not null,
  "short_name" text,
  "code" text,
  "kind" text not null,
  "level" text,
  "stage" text not null,
  "owner" uuid,
  "phone" text,
  "email" text,
  "website" text,
  "fax" text,
  "tax_id" text,
  "industry" text,
  "source" text,
  "address" jsonb,
  "currency" text not null,
  "payment_days" integer not null,
  "credit_limit" numeric,
  "discount_percent" numeric,
  "price_includes_tax" boolean not null default false,
  "tags" text[],
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint customer_pk primary key (tenant, id)
);

create table "contact" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "name" text not null,
  "job_title" text,
  "phone" text,
  "mobile" text,
  "email" text,
  "is_primary" boolean not null default false,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint contact_pk primary key (tenant, id)
);

create table "customer_address" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "name" text not null,
  "kind" text not null,
  "address" jsonb not null,
  "contact_name" text,
  "phone" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint customer_address_pk primary key (tenant, id)
);

create table "product_category" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "parent" uuid,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint product_category_pk primary key (tenant, id)
);

create table "unit" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "places" integer not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint unit_pk primary key (tenant, id)
);

create table "product" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "code" text not null,
  "name" text not null,
  "spec" text,
  "category" uuid,
  "unit" uuid,
  "kind" text not null,
  "price" numeric not null,
  "tax_percent" numeric not null,
  "barcode" text,
  "min_stock" numeric,
  "picture" uuid,
  "supplier_name" text,
  "active" boolean not null default true,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint product_pk primary key (tenant, id)
);

create table "product_price" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "product" uuid not null,
  "currency" text not null,
  "from_quantity" numeric not null,
  "price" numeric not null,
  "valid_from" date,
  "valid_until" date,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint product_price_pk primary key (tenant, id)
);

create table "warehouse" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "code" text not null,
  "name" text not null,
  "address" jsonb,
  "is_default" boolean not null default false,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint warehouse_pk primary key (tenant, id)
);

alter table "customer" add constraint customer_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "contact" add constraint contact_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "customer_address" add constraint customer_address_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "product_category" add constraint product_category_parent_fk foreign key (tenant, "parent") references "product_category" (tenant, id);

alter table "product" add constraint product_category_fk foreign key (tenant, "category") references "product_category" (tenant, id);

alter table "product" add constraint product_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "product_price" add constraint product_price_product_fk foreign key (tenant, "product") references "product" (tenant, id);

create index comment_record_id_desc_ix on "comment" (tenant, "record", "id" desc);

create index comment_entity_record_id_desc_ix on "comment" (tenant, "entity", "record", "id" desc);

create index comment_created_at_id_ix on "comment" (tenant, "created_at", "id");

create index comment_updated_at_id_ix on "comment" (tenant, "updated_at", "id");

alter table "comment" enable row level security;

create policy comment_tenant on "comment"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "comment" to shangmai_app;

create unique index customer_number_uq on "customer" (tenant, "number");

create unique index customer_code_uq on "customer" (tenant, "code");

create index customer_owner_name_id_ix on "customer" (tenant, "owner", "name", "id");

create index customer_stage_name_id_ix on "customer" (tenant, "stage", "name", "id");

create index customer_number_id_ix on "customer" (tenant, "number", "id");

create index customer_name_id_ix on "customer" (tenant, "name", "id");

create index customer_level_id_ix on "customer" (tenant, "level", "id");

create index customer_stage_id_ix on "customer" (tenant, "stage", "id");

create index customer_phone_id_ix on "customer" (tenant, "phone", "id");

create index customer_industry_id_ix on "customer" (tenant, "industry", "id");

create index customer_updated_at_id_ix on "customer" (tenant, "updated_at", "id");

create index customer_created_at_id_ix on "customer" (tenant, "created_at", "id");

alter table "customer" enable row level security;

create policy customer_tenant on "customer"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "customer" to shangmai_app;

create index contact_customer_id_desc_ix on "contact" (tenant, "customer", "id" desc);

create index contact_name_id_ix on "contact" (tenant, "name", "id");

create index contact_job_title_id_ix on "contact" (tenant, "job_title", "id");

create index contact_phone_id_ix on "contact" (tenant, "phone", "id");

create index contact_mobile_id_ix on "contact" (tenant, "mobile", "id");

create index contact_email_id_ix on "contact" (tenant, "email", "id");

create index contact_is_primary_id_ix on "contact" (tenant, "is_primary", "id");

create index contact_created_at_id_ix on "contact" (tenant, "created_at", "id");

create index contact_updated_at_id_ix on "contact" (tenant, "updated_at", "id");

alter table "contact" enable row level security;

create policy contact_tenant on "contact"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "contact" to shangmai_app;

create index customer_address_customer_id_desc_ix on "customer_address" (tenant, "customer", "id" desc);

create index customer_address_name_id_ix on "customer_address" (tenant, "name", "id");

create index customer_address_kind_id_ix on "customer_address" (tenant, "kind", "id");

create index customer_address_contact_name_id_ix on "customer_address" (tenant, "contact_name", "id");

create index customer_address_phone_id_ix on "customer_address" (tenant, "phone", "id");

create index customer_address_created_at_id_ix on "customer_address" (tenant, "created_at", "id");

create index customer_address_updated_at_id_ix on "customer_address" (tenant, "updated_at", "id");

alter table "customer_address" enable row level security;

create policy customer_address_tenant on "customer_address"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "customer_address" to shangmai_app;

create unique index product_category_name_uq on "product_category" (tenant, "name");

create index product_category_parent_id_desc_ix on "product_category" (tenant, "parent", "id" desc);

create index product_category_name_id_ix on "product_category" (tenant, "name", "id");

create index product_category_created_at_id_ix on "product_category" (tenant, "created_at", "id");

create index product_category_updated_at_id_ix on "product_category" (tenant, "updated_at", "id");

alter table "product_category" enable row level security;

create policy product_category_tenant on "product_category"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "product_category" to shangmai_app;

create unique index unit_name_uq on "unit" (tenant, "name");

create index unit_name_id_ix on "unit" (tenant, "name", "id");

create index unit_places_id_ix on "unit" (tenant, "places", "id");

create index unit_created_at_id_ix on "unit" (tenant, "created_at", "id");

create index unit_updated_at_id_ix on "unit" (tenant, "updated_at", "id");

alter table "unit" enable row level security;

create policy unit_tenant on "unit"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "unit" to shangmai_app;

create unique index product_code_uq on "product" (tenant, "code");

create index product_category_id_desc_ix on "product" (tenant, "category", "id" desc);

create index product_unit_id_desc_ix on "product" (tenant, "unit", "id" desc);

create unique index product_barcode_uq on "product" (tenant, "barcode");

create index product_code_id_ix on "product" (tenant, "code", "id");

create index product_name_id_ix on "product" (tenant, "name", "id");

create index product_spec_id_ix on "product" (tenant, "spec", "id");

create index product_price_id_ix on "product" (tenant, "price", "id");

create index product_active_id_ix on "product" (tenant, "active", "id");

create index product_created_at_id_ix on "product" (tenant, "created_at", "id");

create index product_updated_at_id_ix on "product" (tenant, "updated_at", "id");

alter table "product" enable row level security;

create policy product_tenant on "product"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "product" to shangmai_app;

create index product_price_product_id_desc_ix on "product_price" (tenant, "product", "id" desc);

create index product_price_currency_id_ix on "product_price" (tenant, "currency", "id");

create index product_price_from_quantity_id_ix on "product_price" (tenant, "from_quantity", "id");

create index product_price_price_id_ix on "product_price" (tenant, "price", "id");

create index product_price_valid_from_id_ix on "product_price" (tenant, "valid_from", "id");

create index product_price_valid_until_id_ix on "product_price" (tenant, "valid_until", "id");

create index product_price_created_at_id_ix on "product_price" (tenant, "created_at", "id");

create index product_price_updated_at_id_ix on "product_price" (tenant, "updated_at", "id");

alter table "product_price" enable row level security;

create policy product_price_tenant on "product_price"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "product_price" to shangmai_app;

create unique index warehouse_code_uq on "warehouse" (tenant, "code");

create unique index warehouse_name_uq on "warehouse" (tenant, "name");

create index warehouse_code_id_ix on "warehouse" (tenant, "code", "id");

create index warehouse_name_id_ix on "warehouse" (tenant, "name", "id");

create index warehouse_is_default_id_ix on "warehouse" (tenant, "is_default", "id");

create index warehouse_active_id_ix on "warehouse" (tenant, "active", "id");

create index warehouse_created_at_id_ix on "warehouse" (tenant, "created_at", "id");

create index warehouse_updated_at_id_ix on "warehouse" (tenant, "updated_at", "id");

alter table "warehouse" enable row level security;

create policy warehouse_tenant on "warehouse"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "warehouse" to shangmai_app;
