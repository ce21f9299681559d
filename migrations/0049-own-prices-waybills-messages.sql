-- Planned from the declared entities.

create table "message_gateway" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "name" text not null,
  "key" text not null,
  "channel" text not null,
  "send_to" text,
  "fax_domain" text,
  "answered_by" uuid not null,
  "active" boolean not null default true,
  "has_secret" boolean not null default false,
  "sealed_secret" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint message_gateway_pk primary key (tenant, id)
);

create table "message" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "gateway" uuid not null,
  "direction" text not null,
  "number" text not null,
  "text" text not null,
  "file" uuid,
  "customer" uuid,
  "contact" uuid,
  "lead" uuid,
  "colleague" uuid not null,
  "happened_at" timestamptz not null,
  "status" text not null default 'queued',
  "fault" text,
  "attempts" integer not null,
  "external_id" text,
  "interaction" uuid,
  "mail" uuid,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint message_pk primary key (tenant, id)
);

create table "customer_price" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "customer" uuid not null,
  "product" uuid not null,
  "currency" text not null,
  "price" numeric not null,
  "from_quantity" numeric not null,
  "valid_from" date,
  "valid_until" date,
  "note" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint customer_price_pk primary key (tenant, id)
);

create table "waybill" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "number" text not null,
  "carrier" text not null,
  "customer" uuid not null,
  "owner" uuid,
  "sent_on" date not null,
  "promised_on" date,
  "delivered_on" date,
  "signed_by" text,
  "failure_reason" text,
  "failure_note" text,
  "days_taken" integer,
  "days_late" integer,
  "told_on" date,
  "escalated_on" date,
  "tracking_key" text,
  "note" text,
  "status" text not null default 'underway',
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint waybill_pk primary key (tenant, id)
);

create table "waybill_line" (
  "tenant" uuid not null,
  "id" uuid not null,
  "parent" uuid not null,
  "position" integer not null,
  "extra" jsonb not null default '{}',
  "shipment" uuid,
  "order" uuid,
  "invoice" uuid,
  constraint waybill_line_pk primary key (tenant, id)
);

create table "waybill_event" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "waybill" uuid not null,
  "happened_on" date not null,
  "time" text,
  "what" text not null,
  "place" text,
  "words" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint waybill_event_pk primary key (tenant, id)
);

alter table "customer" add column "service_terms" text;

alter table "interaction" add column "paper" uuid;

alter table "message_gateway" add constraint message_gateway_answered_by_fk foreign key (tenant, "answered_by") references "user" (tenant, id);

alter table "message" add constraint message_gateway_fk foreign key (tenant, "gateway") references "message_gateway" (tenant, id);

alter table "message" add constraint message_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "message" add constraint message_contact_fk foreign key (tenant, "contact") references "contact" (tenant, id);

alter table "message" add constraint message_lead_fk foreign key (tenant, "lead") references "lead" (tenant, id);

alter table "message" add constraint message_colleague_fk foreign key (tenant, "colleague") references "user" (tenant, id);

alter table "message" add constraint message_interaction_fk foreign key (tenant, "interaction") references "interaction" (tenant, id);

alter table "message" add constraint message_status_ck check ("status" in ('queued', 'sent', 'delivered', 'failed', 'received'));

alter table "customer_price" add constraint customer_price_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "customer_price" add constraint customer_price_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "customer_price" add constraint customer_price_days_reversed_ck check (valid_from <= valid_until);

alter table "waybill" add constraint waybill_customer_fk foreign key (tenant, "customer") references "customer" (tenant, id);

alter table "waybill" add constraint waybill_owner_fk foreign key (tenant, "owner") references "user" (tenant, id);

alter table "waybill" add constraint waybill_status_ck check ("status" in ('underway', 'delivered', 'failed', 'returned'));

alter table "waybill_line" add constraint waybill_line_parent_fk foreign key (tenant, parent) references "waybill" (tenant, id) on delete cascade;

alter table "waybill_line" add constraint waybill_line_shipment_fk foreign key (tenant, "shipment") references "shipment" (tenant, id);

alter table "waybill_line" add constraint waybill_line_order_fk foreign key (tenant, "order") references "order" (tenant, id);

alter table "waybill_line" add constraint waybill_line_invoice_fk foreign key (tenant, "invoice") references "invoice" (tenant, id);

alter table "waybill_event" add constraint waybill_event_waybill_fk foreign key (tenant, "waybill") references "waybill" (tenant, id);

create index contact_chat_id_ix on "contact" (tenant, "chat", "id");

create unique index message_gateway_name_uq on "message_gateway" (tenant, "name");

create unique index message_gateway_key_uq on "message_gateway" (tenant, "key");

create index message_gateway_name_id_ix on "message_gateway" (tenant, "name", "id");

create index message_gateway_key_id_ix on "message_gateway" (tenant, "key", "id");

create index message_gateway_channel_id_ix on "message_gateway" (tenant, "channel", "id");

create index message_gateway_has_secret_id_ix on "message_gateway" (tenant, "has_secret", "id");

create index message_gateway_active_id_ix on "message_gateway" (tenant, "active", "id");

create index message_gateway_created_at_id_ix on "message_gateway" (tenant, "created_at", "id");

create index message_gateway_updated_at_id_ix on "message_gateway" (tenant, "updated_at", "id");

alter table "message_gateway" enable row level security;

create policy message_gateway_tenant on "message_gateway"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "message_gateway" to shangmai_app;

create index message_gateway_id_desc_ix on "message" (tenant, "gateway", "id" desc);

create index message_customer_id_desc_ix on "message" (tenant, "customer", "id" desc);

create index message_contact_id_desc_ix on "message" (tenant, "contact", "id" desc);

create index message_lead_id_desc_ix on "message" (tenant, "lead", "id" desc);

create index message_interaction_id_desc_ix on "message" (tenant, "interaction", "id" desc);

create index message_mail_id_desc_ix on "message" (tenant, "mail", "id" desc);

create index message_gateway_external_id_id_ix on "message" (tenant, "gateway", "external_id", "id");

create index message_gateway_number_happened_at_desc_id_ix on "message" (tenant, "gateway", "number", "happened_at" desc, "id");

create index message_colleague_happened_at_desc_id_desc_ix on "message" (tenant, "colleague", "happened_at" desc, "id" desc);

create index message_customer_happened_at_desc_id_desc_ix on "message" (tenant, "customer", "happened_at" desc, "id" desc);

create index message_status_happened_at_desc_id_desc_ix on "message" (tenant, "status", "happened_at" desc, "id" desc);

create index message_mail_id_ix on "message" (tenant, "mail", "id");

create index message_happened_at_id_ix on "message" (tenant, "happened_at", "id");

create index message_direction_id_ix on "message" (tenant, "direction", "id");

create index message_number_id_ix on "message" (tenant, "number", "id");

create index message_status_id_ix on "message" (tenant, "status", "id");

create index message_created_at_id_ix on "message" (tenant, "created_at", "id");

create index message_updated_at_id_ix on "message" (tenant, "updated_at", "id");

alter table "message" enable row level security;

create policy message_tenant on "message"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "message" to shangmai_app;

create index customer_price_customer_id_desc_ix on "customer_price" (tenant, "customer", "id" desc);

create index customer_price_product_id_desc_ix on "customer_price" (tenant, "product", "id" desc);

create index customer_price_currency_id_ix on "customer_price" (tenant, "currency", "id");

create index customer_price_from_quantity_id_ix on "customer_price" (tenant, "from_quantity", "id");

create index customer_price_price_id_ix on "customer_price" (tenant, "price", "id");

create index customer_price_valid_from_id_ix on "customer_price" (tenant, "valid_from", "id");

create index customer_price_valid_until_id_ix on "customer_price" (tenant, "valid_until", "id");

create index customer_price_created_at_id_ix on "customer_price" (tenant, "created_at", "id");

create index customer_price_updated_at_id_ix on "customer_price" (tenant, "updated_at", "id");

alter table "customer_price" enable row level security;

create policy customer_price_tenant on "customer_price"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "customer_price" to shangmai_app;

create index waybill_customer_id_desc_ix on "waybill" (tenant, "customer", "id" desc);

create index waybill_tracking_key_ix on "waybill" (tenant, "tracking_key");

create index waybill_owner_sent_on_desc_id_ix on "waybill" (tenant, "owner", "sent_on" desc, "id");

create index waybill_status_sent_on_desc_id_ix on "waybill" (tenant, "status", "sent_on" desc, "id");

create index waybill_status_promised_on_id_ix on "waybill" (tenant, "status", "promised_on", "id");

create index waybill_number_id_ix on "waybill" (tenant, "number", "id");

create index waybill_carrier_id_ix on "waybill" (tenant, "carrier", "id");

create index waybill_sent_on_id_ix on "waybill" (tenant, "sent_on", "id");

create index waybill_promised_on_id_ix on "waybill" (tenant, "promised_on", "id");

create index waybill_status_id_ix on "waybill" (tenant, "status", "id");

create index waybill_created_at_id_ix on "waybill" (tenant, "created_at", "id");

create index waybill_updated_at_id_ix on "waybill" (tenant, "updated_at", "id");

alter table "waybill" enable row level security;

create policy waybill_tenant on "waybill"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "waybill" to shangmai_app;

create index waybill_line_parent_position_ix on "waybill_line" (tenant, "parent", "position");

create index waybill_line_shipment_ix on "waybill_line" (tenant, "shipment");

create index waybill_line_order_ix on "waybill_line" (tenant, "order");

create index waybill_line_invoice_ix on "waybill_line" (tenant, "invoice");

alter table "waybill_line" enable row level security;

create policy waybill_line_tenant on "waybill_line"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "waybill_line" to shangmai_app;

create index waybill_event_waybill_id_desc_ix on "waybill_event" (tenant, "waybill", "id" desc);

create index waybill_event_waybill_happened_on_desc_id_desc_ix on "waybill_event" (tenant, "waybill", "happened_on" desc, "id" desc);

create index waybill_event_happened_on_id_ix on "waybill_event" (tenant, "happened_on", "id");

create index waybill_event_time_id_ix on "waybill_event" (tenant, "time", "id");

create index waybill_event_what_id_ix on "waybill_event" (tenant, "what", "id");

create index waybill_event_place_id_ix on "waybill_event" (tenant, "place", "id");

create index waybill_event_created_at_id_ix on "waybill_event" (tenant, "created_at", "id");

create index waybill_event_updated_at_id_ix on "waybill_event" (tenant, "updated_at", "id");

alter table "waybill_event" enable row level security;

create policy waybill_event_tenant on "waybill_event"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "waybill_event" to shangmai_app;
