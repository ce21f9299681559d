-- Planned from the declared entities.

alter table "invoice" add column "goods_return" uuid;

alter table "invoice" add constraint invoice_goods_return_fk foreign key (tenant, "goods_return") references "goods_return" (tenant, id);

create index invoice_goods_return_id_desc_ix on "invoice" (tenant, "goods_return", "id" desc);
