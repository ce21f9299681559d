-- Planned from the declared entities.

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
