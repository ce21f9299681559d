-- Planned from the declared entities.

alter table "order" add column "version_before" jsonb;
