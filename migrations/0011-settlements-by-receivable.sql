-- Planned from the declared entities.

drop index settlement_customer_id_desc_ix;

alter table "settlement" drop constraint settlement_customer_fk;

alter table "settlement" drop column "customer";
