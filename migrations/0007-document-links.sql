-- Planned from the declared entities.

drop index stock_move_entity_id_ix;

drop index ledger_entry_entity_id_ix;

alter table "goods_return_line" add column "order" uuid;

-- Written by hand: what came back so far belongs to the orders of the lines that were sent.
update "goods_return_line" l set "order" = s."order" from "shipment_line" s
  where s.tenant = l.tenant and s.id = l.shipment_line;

alter table "goods_return_line" add constraint goods_return_line_order_fk foreign key (tenant, "order") references "order" (tenant, id);

create index stock_level_warehouse_id_desc_ix on "stock_level" (tenant, "warehouse", "id" desc);

create index goods_return_line_order_ix on "goods_return_line" (tenant, "order");
