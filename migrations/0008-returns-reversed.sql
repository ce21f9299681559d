-- Planned from the declared entities.

alter table "goods_return" drop constraint goods_return_status_ck;

alter table "goods_return" add constraint goods_return_status_ck check ("status" in ('draft', 'received', 'reversed', 'cancelled'));
