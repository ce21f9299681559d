-- Planned from the declared entities.

alter table "user" add column "leaves_on" date;
