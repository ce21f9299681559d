-- Planned from the declared entities.

alter table "saved_view" add column "shape" text;

alter table "saved_view" add column "group" text;

alter table "saved_view" add column "days" text;

alter table "saved_view" add column "span" text;
