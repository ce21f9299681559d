-- Planned from the declared entities.

alter table "user" add column "extension" text;

alter table "interaction" alter column "customer" drop not null;

alter table "interaction" add column "lead" uuid;

alter table "lead" add column "channel" text;

alter table "lead" add column "best_time" text;

alter table "lead" add column "refuses" text[];

alter table "lead" add column "consent_on" date;

alter table "lead" add column "consent_basis" text;

alter table "interaction" add constraint interaction_lead_fk foreign key (tenant, "lead") references "lead" (tenant, id);

create unique index user_extension_uq on "user" (tenant, "extension");

create index interaction_lead_id_desc_ix on "interaction" (tenant, "lead", "id" desc);

create index interaction_lead_happened_at_desc_id_ix on "interaction" (tenant, "lead", "happened_at" desc, "id");
