-- Planned from the declared entities.

create table "file" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "type" text not null,
  "size" numeric not null,
  "hash" text not null,
  "entity" text,
  "record" uuid,
  "revision" integer not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint file_pk primary key (tenant, id)
);

create table "mail" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "to" text not null,
  "subject" text not null,
  "text" text not null,
  "html" text,
  "state" text not null default 'queued',
  "attempts" integer not null,
  "error" text,
  "sent_at" timestamptz,
  "attachments" jsonb,
  "entity" text,
  "record" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint mail_pk primary key (tenant, id)
);

create table "saved_view" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "entity" text not null,
  "where" jsonb,
  "sort" text,
  "columns" jsonb,
  "shared" boolean not null default false,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint saved_view_pk primary key (tenant, id)
);

create table "department" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "parent" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint department_pk primary key (tenant, id)
);

create table "user" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "email" text not null,
  "roles" text[],
  "department" uuid,
  "reports_to" uuid,
  "title" text,
  "phone" text,
  "locale" text,
  "active" boolean not null default true,
  "code" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint user_pk primary key (tenant, id)
);

create table "role" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "key" text not null,
  "name" text not null,
  "description" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint role_pk primary key (tenant, id)
);

create table "grant" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "role" uuid not null,
  "entity" text not null,
  "right" text not null,
  "allowed" boolean not null default true,
  "scope" jsonb,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint grant_pk primary key (tenant, id)
);

create table "share" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "entity" text not null,
  "record" uuid not null,
  "person" uuid,
  "department" uuid,
  "may_edit" boolean not null default false,
  "until_on" date,
  "purpose" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint share_pk primary key (tenant, id)
);

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

create table "account" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "role" text,
  "currency" text not null,
  "is_money" boolean not null default false,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint account_pk primary key (tenant, id)
);

create table "ledger_entry" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "number" text not null,
  "on" date not null,
  "why" text not null,
  "entity" text not null,
  "record" uuid not null,
  "reverses" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint ledger_entry_pk primary key (tenant, id)
);

create table "ledger_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "account" uuid not null,
  "customer" uuid,
  "debit" numeric not null,
  "credit" numeric not null,
  "currency" text not null,
  "amount" numeric not null,
  constraint ledger_line_pk primary key (tenant, id)
);

create table "customer_account" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "invoiced" numeric not null,
  "received" numeric not null,
  "open" numeric not null,
  "advance" numeric not null,
  "held" numeric not null,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint customer_account_pk primary key (tenant, id)
);

create table "receivable" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "customer" uuid not null,
  "entity" text not null,
  "record" uuid not null,
  "issued_on" date not null,
  "due_on" date not null,
  "currency" text not null,
  "rate" numeric not null,
  "amount" numeric not null,
  "base_amount" numeric not null,
  "settled" numeric not null,
  "base_settled" numeric not null,
  "open" numeric not null,
  "status" text not null default 'open',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint receivable_pk primary key (tenant, id)
);

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

create table "invoice" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "kind" text not null,
  "customer" uuid not null,
  "order" uuid,
  "corrects" uuid,
  "invoiced_on" date not null,
  "due_on" date,
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
  "open" numeric not null,
  "credited" numeric not null,
  "applied" numeric not null,
  "applied_base" numeric not null,
  "note" text,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint invoice_pk primary key (tenant, id)
);

create table "invoice_line" (
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
  "order" uuid,
  "order_line" uuid,
  "corrects" uuid,
  "credited_quantity" numeric not null,
  constraint invoice_line_pk primary key (tenant, id)
);

create table "receipt" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "customer" uuid not null,
  "invoice" uuid,
  "received_on" date not null,
  "method" text not null,
  "account" uuid,
  "currency" text not null,
  "rate" numeric,
  "amount" numeric not null,
  "fee" numeric,
  "reference" text,
  "owner" uuid,
  "unallocated" numeric not null,
  "base_amount" numeric not null,
  "base_unallocated" numeric not null,
  "note" text,
  "status" text not null default 'draft',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint receipt_pk primary key (tenant, id)
);

create table "receipt_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "invoice" uuid not null,
  "amount" numeric not null,
  "base_amount" numeric not null,
  "allocated_on" date,
  constraint receipt_line_pk primary key (tenant, id)
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

alter table "mail" add constraint mail_state_ck check ("state" in ('queued', 'sent', 'failed'));

alter table "department" add constraint department_parent_fk foreign key (tenant, "parent") references "department" (tenant, id);

alter table "user" add constraint user_department_fk foreign key (tenant, "department") references "department" (tenant, id);

alter table "user" add constraint user_reports_to_fk foreign key (tenant, "reports_to") references "user" (tenant, id);

alter table "grant" add constraint grant_role_fk foreign key (tenant, "role") references "role" (tenant, id);

alter table "share" add constraint share_person_fk foreign key (tenant, "person") references "user" (tenant, id);

alter table "share" add constraint share_department_fk foreign key (tenant, "department") references "department" (tenant, id);

alter table "customer" add constraint customer_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "contact" add constraint contact_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "customer_address" add constraint customer_address_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "product_category" add constraint product_category_parent_fk foreign key (tenant, "parent") references "product_category" (tenant, id);

alter table "product" add constraint product_category_fk foreign key (tenant, "category") references "product_category" (tenant, id);

alter table "product" add constraint product_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "product_price" add constraint product_price_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "stock_place" add constraint stock_place_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "stock_move" add constraint stock_move_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "stock_move" add constraint stock_move_from_place_fk foreign key (tenant, "from_place") references "stock_place" (tenant, id);

alter table "stock_move" add constraint stock_move_to_place_fk foreign key (tenant, "to_place") references "stock_place" (tenant, id);

alter table "stock_move" add constraint stock_move_quantity_is_positive_ck check (quantity > 0);

alter table "stock_move" add constraint stock_move_ends_differ_ck check (from_place <> to_place);

alter table "stock_level" add constraint stock_level_not_negative_ck check (on_hand >= 0 and reserved >= 0);

alter table "stock_level" add constraint stock_level_not_oversold_ck check (reserved <= on_hand);

alter table "stock_level" add constraint stock_level_available_is_the_rest_ck check (available = on_hand - reserved);

alter table "stock_value" add constraint stock_value_not_negative_ck check (quantity >= 0);

alter table "stock_reservation" add constraint stock_reservation_not_negative_ck check (quantity >= 0);

alter table "stock_entry" add constraint stock_entry_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "stock_entry" add constraint stock_entry_status_ck check ("status" in ('draft', 'posted', 'reversed'));

alter table "stock_entry_line" add constraint stock_entry_line_parent_fk foreign key (tenant, parent) references "stock_entry" (tenant, id) on delete cascade;

alter table "stock_entry_line" add constraint stock_entry_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "ledger_entry" add constraint ledger_entry_reverses_fk foreign key (tenant, "reverses") references "ledger_entry" (tenant, id);

alter table "ledger_line" add constraint ledger_line_parent_fk foreign key (tenant, parent) references "ledger_entry" (tenant, id) on delete cascade;

alter table "ledger_line" add constraint ledger_line_account_fk foreign key (tenant, "account") references "account" (tenant, id);

alter table "ledger_line" add constraint ledger_line_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "ledger_line" add constraint ledger_line_one_side_ck check (debit >= 0 and credit >= 0 and (debit = 0 or credit = 0));

alter table "customer_account" add constraint customer_account_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "receivable" add constraint receivable_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "receivable" add constraint receivable_status_ck check ("status" in ('open', 'settled', 'void'));

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

alter table "shipment" add constraint shipment_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "shipment" add constraint shipment_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "shipment" add constraint shipment_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "shipment" add constraint shipment_status_ck check ("status" in ('draft', 'sent', 'cancelled'));

alter table "shipment_line" add constraint shipment_line_parent_fk foreign key (tenant, parent) references "shipment" (tenant, id) on delete cascade;

alter table "shipment_line" add constraint shipment_line_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "shipment_line" add constraint shipment_line_order_line_fk foreign key (tenant, "order_line") references "order_line" (tenant, id);

alter table "shipment_line" add constraint shipment_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "shipment_line" add constraint shipment_line_returned_at_most_sent_ck check (returned_quantity >= 0 and returned_quantity <= quantity);

alter table "invoice" add constraint invoice_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "invoice" add constraint invoice_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "invoice" add constraint invoice_corrects_fk foreign key (tenant, "corrects") references "invoice" (tenant, id);

alter table "invoice" add constraint invoice_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "invoice" add constraint invoice_status_ck check ("status" in ('draft', 'issued', 'part-paid', 'paid', 'void'));

alter table "invoice_line" add constraint invoice_line_parent_fk foreign key (tenant, parent) references "invoice" (tenant, id) on delete cascade;

alter table "invoice_line" add constraint invoice_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "invoice_line" add constraint invoice_line_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "invoice_line" add constraint invoice_line_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "invoice_line" add constraint invoice_line_order_line_fk foreign key (tenant, "order_line") references "order_line" (tenant, id);

alter table "invoice_line" add constraint invoice_line_corrects_fk foreign key (tenant, "corrects") references "invoice_line" (tenant, id);

alter table "invoice_line" add constraint invoice_line_credited_at_most_invoiced_ck check (credited_quantity >= 0 and credited_quantity <= quantity);

alter table "receipt" add constraint receipt_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "receipt" add constraint receipt_invoice_fk foreign key (tenant, "invoice") references "invoice" (tenant, id);

alter table "receipt" add constraint receipt_account_fk foreign key (tenant, "account") references "account" (tenant, id);

alter table "receipt" add constraint receipt_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "receipt" add constraint receipt_status_ck check ("status" in ('draft', 'posted', 'cancelled'));

alter table "receipt_line" add constraint receipt_line_parent_fk foreign key (tenant, parent) references "receipt" (tenant, id) on delete cascade;

alter table "receipt_line" add constraint receipt_line_invoice_fk foreign key (tenant, "invoice") references "invoice" (tenant, id);

alter table "goods_return" add constraint goods_return_shipment_fk foreign key (tenant, "shipment") references "shipment" (tenant, id);

alter table "goods_return" add constraint goods_return_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "goods_return" add constraint goods_return_warehouse_fk foreign key (tenant, "warehouse") references "warehouse" (tenant, id);

alter table "goods_return" add constraint goods_return_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "goods_return" add constraint goods_return_status_ck check ("status" in ('draft', 'received', 'cancelled'));

alter table "goods_return_line" add constraint goods_return_line_parent_fk foreign key (tenant, parent) references "goods_return" (tenant, id) on delete cascade;

alter table "goods_return_line" add constraint goods_return_line_shipment_line_fk foreign key (tenant, "shipment_line") references "shipment_line" (tenant, id);

alter table "goods_return_line" add constraint goods_return_line_product_fk foreign key (tenant, "product") references "product" (tenant, id);

create index file_record_id_desc_ix on "file" (tenant, "record", "id" desc);

create index file_entity_record_name_revision_ix on "file" (tenant, "entity", "record", "name", "revision");

create index file_hash_ix on "file" (tenant, "hash");

create index file_name_id_ix on "file" (tenant, "name", "id");

create index file_revision_id_ix on "file" (tenant, "revision", "id");

create index file_type_id_ix on "file" (tenant, "type", "id");

create index file_size_id_ix on "file" (tenant, "size", "id");

create index file_created_at_id_ix on "file" (tenant, "created_at", "id");

create index file_updated_at_id_ix on "file" (tenant, "updated_at", "id");

alter table "file" enable row level security;

create policy file_tenant on "file"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "file" to shangmai_app;

create index mail_record_id_desc_ix on "mail" (tenant, "record", "id" desc);

create index mail_state_updated_at_ix on "mail" (tenant, "state", "updated_at");

create index mail_subject_id_ix on "mail" (tenant, "subject", "id");

create index mail_to_id_ix on "mail" (tenant, "to", "id");

create index mail_state_id_ix on "mail" (tenant, "state", "id");

create index mail_sent_at_id_ix on "mail" (tenant, "sent_at", "id");

create index mail_created_at_id_ix on "mail" (tenant, "created_at", "id");

create index mail_updated_at_id_ix on "mail" (tenant, "updated_at", "id");

alter table "mail" enable row level security;

create policy mail_tenant on "mail"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "mail" to shangmai_app;

create index saved_view_entity_name_ix on "saved_view" (tenant, "entity", "name");

create index saved_view_name_id_ix on "saved_view" (tenant, "name", "id");

create index saved_view_entity_id_ix on "saved_view" (tenant, "entity", "id");

create index saved_view_shared_id_ix on "saved_view" (tenant, "shared", "id");

create index saved_view_created_at_id_ix on "saved_view" (tenant, "created_at", "id");

create index saved_view_updated_at_id_ix on "saved_view" (tenant, "updated_at", "id");

alter table "saved_view" enable row level security;

create policy saved_view_tenant on "saved_view"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "saved_view" to shangmai_app;

create unique index department_name_uq on "department" (tenant, "name");

create index department_parent_id_desc_ix on "department" (tenant, "parent", "id" desc);

create index department_name_id_ix on "department" (tenant, "name", "id");

create index department_created_at_id_ix on "department" (tenant, "created_at", "id");

create index department_updated_at_id_ix on "department" (tenant, "updated_at", "id");

alter table "department" enable row level security;

create policy department_tenant on "department"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "department" to shangmai_app;

create unique index user_email_uq on "user" (tenant, "email");

create index user_department_id_desc_ix on "user" (tenant, "department", "id" desc);

create unique index user_code_uq on "user" (tenant, "code");

create index user_name_id_ix on "user" (tenant, "name", "id");

create index user_email_id_ix on "user" (tenant, "email", "id");

create index user_title_id_ix on "user" (tenant, "title", "id");

create index user_active_id_ix on "user" (tenant, "active", "id");

create index user_created_at_id_ix on "user" (tenant, "created_at", "id");

create index user_updated_at_id_ix on "user" (tenant, "updated_at", "id");

alter table "user" enable row level security;

create policy user_tenant on "user"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "user" to shangmai_app;

create unique index role_key_uq on "role" (tenant, "key");

create index role_name_id_ix on "role" (tenant, "name", "id");

create index role_key_id_ix on "role" (tenant, "key", "id");

create index role_description_id_ix on "role" (tenant, "description", "id");

create index role_created_at_id_ix on "role" (tenant, "created_at", "id");

create index role_updated_at_id_ix on "role" (tenant, "updated_at", "id");

alter table "role" enable row level security;

create policy role_tenant on "role"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "role" to shangmai_app;

create index grant_role_id_desc_ix on "grant" (tenant, "role", "id" desc);

create unique index grant_role_entity_right_uq on "grant" (tenant, "role", "entity", "right");

create index grant_entity_id_ix on "grant" (tenant, "entity", "id");

create index grant_right_id_ix on "grant" (tenant, "right", "id");

create index grant_allowed_id_ix on "grant" (tenant, "allowed", "id");

create index grant_created_at_id_ix on "grant" (tenant, "created_at", "id");

create index grant_updated_at_id_ix on "grant" (tenant, "updated_at", "id");

alter table "grant" enable row level security;

create policy grant_tenant on "grant"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "grant" to shangmai_app;

create index share_record_id_desc_ix on "share" (tenant, "record", "id" desc);

create index share_department_id_desc_ix on "share" (tenant, "department", "id" desc);

create index share_entity_record_ix on "share" (tenant, "entity", "record");

create index share_entity_id_ix on "share" (tenant, "entity", "id");

create index share_until_on_id_ix on "share" (tenant, "until_on", "id");

create index share_created_at_id_ix on "share" (tenant, "created_at", "id");

create index share_updated_at_id_ix on "share" (tenant, "updated_at", "id");

alter table "share" enable row level security;

create policy share_tenant on "share"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "share" to shangmai_app;

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

create unique index stock_level_product_warehouse_uq on "stock_level" (tenant, "product", "warehouse");

create index stock_level_created_at_id_ix on "stock_level" (tenant, "created_at", "id");

alter table "stock_level" enable row level security;

create policy stock_level_tenant on "stock_level"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_level" to shangmai_app;

create unique index stock_value_product_uq on "stock_value" (tenant, "product");

create index stock_value_created_at_id_ix on "stock_value" (tenant, "created_at", "id");

alter table "stock_value" enable row level security;

create policy stock_value_tenant on "stock_value"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "stock_value" to shangmai_app;

create unique index stock_reservation_line_uq on "stock_reservation" (tenant, "line");

create index stock_reservation_entity_record_ix on "stock_reservation" (tenant, "entity", "record");

create index stock_reservation_product_id_desc_ix on "stock_reservation" (tenant, "product", "id" desc);

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

create unique index account_code_uq on "account" (tenant, "code");

create unique index account_role_uq on "account" (tenant, "role");

create index account_code_id_ix on "account" (tenant, "code", "id");

create index account_name_id_ix on "account" (tenant, "name", "id");

create index account_kind_id_ix on "account" (tenant, "kind", "id");

create index account_currency_id_ix on "account" (tenant, "currency", "id");

create index account_is_money_id_ix on "account" (tenant, "is_money", "id");

create index account_active_id_ix on "account" (tenant, "active", "id");

create index account_created_at_id_ix on "account" (tenant, "created_at", "id");

create index account_updated_at_id_ix on "account" (tenant, "updated_at", "id");

alter table "account" enable row level security;

create policy account_tenant on "account"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "account" to shangmai_app;

create unique index ledger_entry_number_uq on "ledger_entry" (tenant, "number");

create index ledger_entry_record_id_desc_ix on "ledger_entry" (tenant, "record", "id" desc);

create index ledger_entry_reverses_id_desc_ix on "ledger_entry" (tenant, "reverses", "id" desc);

create index ledger_entry_entity_record_ix on "ledger_entry" (tenant, "entity", "record");

create index ledger_entry_number_id_ix on "ledger_entry" (tenant, "number", "id");

create index ledger_entry_on_id_ix on "ledger_entry" (tenant, "on", "id");

create index ledger_entry_why_id_ix on "ledger_entry" (tenant, "why", "id");

create index ledger_entry_entity_id_ix on "ledger_entry" (tenant, "entity", "id");

create index ledger_entry_created_at_id_ix on "ledger_entry" (tenant, "created_at", "id");

create index ledger_entry_updated_at_id_ix on "ledger_entry" (tenant, "updated_at", "id");

alter table "ledger_entry" enable row level security;

create policy ledger_entry_tenant on "ledger_entry"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert on "ledger_entry" to shangmai_app;

create index ledger_line_parent_position_ix on "ledger_line" (tenant, "parent", "position");

create index ledger_line_account_ix on "ledger_line" (tenant, "account");

create index ledger_line_customer_ix on "ledger_line" (tenant, "customer");

create index ledger_line_customer_account_ix on "ledger_line" (tenant, "customer", "account");

alter table "ledger_line" enable row level security;

create policy ledger_line_tenant on "ledger_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "ledger_line" to shangmai_app;

create unique index customer_account_customer_uq on "customer_account" (tenant, "customer");

create index customer_account_invoiced_id_ix on "customer_account" (tenant, "invoiced", "id");

create index customer_account_received_id_ix on "customer_account" (tenant, "received", "id");

create index customer_account_open_id_ix on "customer_account" (tenant, "open", "id");

create index customer_account_advance_id_ix on "customer_account" (tenant, "advance", "id");

create index customer_account_held_id_ix on "customer_account" (tenant, "held", "id");

create index customer_account_created_at_id_ix on "customer_account" (tenant, "created_at", "id");

create index customer_account_updated_at_id_ix on "customer_account" (tenant, "updated_at", "id");

alter table "customer_account" enable row level security;

create policy customer_account_tenant on "customer_account"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "customer_account" to shangmai_app;

create index receivable_customer_id_desc_ix on "receivable" (tenant, "customer", "id" desc);

create index receivable_record_id_desc_ix on "receivable" (tenant, "record", "id" desc);

create unique index receivable_entity_record_uq on "receivable" (tenant, "entity", "record");

create index receivable_status_due_on_id_ix on "receivable" (tenant, "status", "due_on", "id");

create index receivable_number_id_ix on "receivable" (tenant, "number", "id");

create index receivable_issued_on_id_ix on "receivable" (tenant, "issued_on", "id");

create index receivable_due_on_id_ix on "receivable" (tenant, "due_on", "id");

create index receivable_currency_id_ix on "receivable" (tenant, "currency", "id");

create index receivable_amount_id_ix on "receivable" (tenant, "amount", "id");

create index receivable_open_id_ix on "receivable" (tenant, "open", "id");

create index receivable_status_id_ix on "receivable" (tenant, "status", "id");

create index receivable_created_at_id_ix on "receivable" (tenant, "created_at", "id");

create index receivable_updated_at_id_ix on "receivable" (tenant, "updated_at", "id");

alter table "receivable" enable row level security;

create policy receivable_tenant on "receivable"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "receivable" to shangmai_app;

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

create unique index invoice_number_uq on "invoice" (tenant, "number");

create index invoice_customer_id_desc_ix on "invoice" (tenant, "customer", "id" desc);

create index invoice_order_id_desc_ix on "invoice" (tenant, "order", "id" desc);

create index invoice_corrects_id_desc_ix on "invoice" (tenant, "corrects", "id" desc);

create index invoice_owner_number_id_ix on "invoice" (tenant, "owner", "number", "id");

create index invoice_status_number_id_ix on "invoice" (tenant, "status", "number", "id");

create index invoice_kind_number_id_ix on "invoice" (tenant, "kind", "number", "id");

create index invoice_number_id_ix on "invoice" (tenant, "number", "id");

create index invoice_invoiced_on_id_ix on "invoice" (tenant, "invoiced_on", "id");

create index invoice_due_on_id_ix on "invoice" (tenant, "due_on", "id");

create index invoice_total_id_ix on "invoice" (tenant, "total", "id");

create index invoice_open_id_ix on "invoice" (tenant, "open", "id");

create index invoice_status_id_ix on "invoice" (tenant, "status", "id");

create index invoice_created_at_id_ix on "invoice" (tenant, "created_at", "id");

create index invoice_updated_at_id_ix on "invoice" (tenant, "updated_at", "id");

alter table "invoice" enable row level security;

create policy invoice_tenant on "invoice"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "invoice" to shangmai_app;

create index invoice_line_parent_position_ix on "invoice_line" (tenant, "parent", "position");

create index invoice_line_product_ix on "invoice_line" (tenant, "product");

create index invoice_line_unit_ix on "invoice_line" (tenant, "unit");

create index invoice_line_order_ix on "invoice_line" (tenant, "order");

create index invoice_line_order_line_ix on "invoice_line" (tenant, "order_line");

create index invoice_line_corrects_ix on "invoice_line" (tenant, "corrects");

alter table "invoice_line" enable row level security;

create policy invoice_line_tenant on "invoice_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "invoice_line" to shangmai_app;

create unique index receipt_number_uq on "receipt" (tenant, "number");

create index receipt_customer_id_desc_ix on "receipt" (tenant, "customer", "id" desc);

create index receipt_invoice_id_desc_ix on "receipt" (tenant, "invoice", "id" desc);

create index receipt_account_id_desc_ix on "receipt" (tenant, "account", "id" desc);

create index receipt_owner_number_id_ix on "receipt" (tenant, "owner", "number", "id");

create index receipt_status_number_id_ix on "receipt" (tenant, "status", "number", "id");

create index receipt_number_id_ix on "receipt" (tenant, "number", "id");

create index receipt_received_on_id_ix on "receipt" (tenant, "received_on", "id");

create index receipt_method_id_ix on "receipt" (tenant, "method", "id");

create index receipt_amount_id_ix on "receipt" (tenant, "amount", "id");

create index receipt_unallocated_id_ix on "receipt" (tenant, "unallocated", "id");

create index receipt_status_id_ix on "receipt" (tenant, "status", "id");

create index receipt_reference_id_ix on "receipt" (tenant, "reference", "id");

create index receipt_created_at_id_ix on "receipt" (tenant, "created_at", "id");

create index receipt_updated_at_id_ix on "receipt" (tenant, "updated_at", "id");

alter table "receipt" enable row level security;

create policy receipt_tenant on "receipt"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "receipt" to shangmai_app;

create index receipt_line_parent_position_ix on "receipt_line" (tenant, "parent", "position");

create index receipt_line_invoice_ix on "receipt_line" (tenant, "invoice");

alter table "receipt_line" enable row level security;

create policy receipt_line_tenant on "receipt_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "receipt_line" to shangmai_app;

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
