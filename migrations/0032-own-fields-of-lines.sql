-- Planned from the declared entities.

alter table "custom_option" add column "extra" jsonb not null default '{}';

alter table "listed_choice" add column "extra" jsonb not null default '{}';

alter table "stock_entry_line" add column "extra" jsonb not null default '{}';

alter table "quote_line" add column "extra" jsonb not null default '{}';

alter table "order_line" add column "extra" jsonb not null default '{}';

alter table "shipment_line" add column "extra" jsonb not null default '{}';

alter table "invoice_line" add column "extra" jsonb not null default '{}';

alter table "receipt_line" add column "extra" jsonb not null default '{}';

alter table "goods_return_line" add column "extra" jsonb not null default '{}';
