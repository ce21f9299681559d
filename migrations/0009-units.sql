-- Planned from the declared entities; what keeps lines as they were is written by hand, at the end.

create table "product_unit" (
  "tenant" uuid not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "deleted_at" timestamptz,
  "extra" jsonb not null default '{}',
  "product" uuid not null,
  "unit" uuid not null,
  "factor" numeric not null,
  "barcode" text,
  "created_at" timestamptz not null,
  "created_by" uuid,
  "updated_at" timestamptz not null,
  "updated_by" uuid,
  constraint product_unit_pk primary key (tenant, id)
);

alter table "stock_entry_line" add column "unit" uuid;

alter table "shipment_line" add column "unit" uuid;

alter table "goods_return_line" add column "unit" uuid;

alter table "product_unit" add constraint product_unit_product_fk foreign key (tenant, "product") references "product" (tenant, id);

alter table "product_unit" add constraint product_unit_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "stock_entry_line" add constraint stock_entry_line_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "shipment_line" add constraint shipment_line_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

alter table "goods_return_line" add constraint goods_return_line_unit_fk foreign key (tenant, "unit") references "unit" (tenant, id);

create index product_unit_product_id_desc_ix on "product_unit" (tenant, "product", "id" desc);

create index product_unit_unit_id_desc_ix on "product_unit" (tenant, "unit", "id" desc);

create unique index product_unit_barcode_uq on "product_unit" (tenant, "barcode");

create unique index product_unit_product_unit_uq on "product_unit" (tenant, "product", "unit");

create index product_unit_factor_id_ix on "product_unit" (tenant, "factor", "id");

create index product_unit_barcode_id_ix on "product_unit" (tenant, "barcode", "id");

create index product_unit_created_at_id_ix on "product_unit" (tenant, "created_at", "id");

create index product_unit_updated_at_id_ix on "product_unit" (tenant, "updated_at", "id");

alter table "product_unit" enable row level security;

create policy product_unit_tenant on "product_unit"
  using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on "product_unit" to shangmai_app;

create index stock_entry_line_unit_ix on "stock_entry_line" (tenant, "unit");

create index shipment_line_unit_ix on "shipment_line" (tenant, "unit");

create index goods_return_line_unit_ix on "goods_return_line" (tenant, "unit");

-- Lines could name any unit and counted one for one; so they go on.
create temporary table named on commit drop as
  select tenant, product, unit, count(*) as lines from (
    select tenant, product, unit from quote_line union all
    select tenant, product, unit from order_line union all
    select tenant, product, unit from invoice_line) l
  where unit is not null group by 1, 2, 3;

update product p set unit = (select n.unit from named n
    where n.tenant = p.tenant and n.product = p.id order by n.lines desc, n.unit limit 1)
  where p.unit is null;

insert into product_unit (tenant, id, product, unit, factor, created_at, updated_at)
  select n.tenant, gen_random_uuid(), n.product, n.unit, 1, p.created_at, p.created_at
  from named n join product p on p.tenant = n.tenant and p.id = n.product
  where n.unit <> p.unit;

update shipment_line l set unit = o.unit from order_line o
  where o.tenant = l.tenant and o.id = l.order_line and o.unit is not null;

update goods_return_line l set unit = s.unit from shipment_line s
  where s.tenant = l.tenant and s.id = l.shipment_line and s.unit is not null;
