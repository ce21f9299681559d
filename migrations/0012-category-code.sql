-- Planned from the declared entities.

alter table "product_category" add column "code" text;

create unique index product_category_code_uq on "product_category" (tenant, "code");

create index product_category_code_id_ix on "product_category" (tenant, "code", "id");
