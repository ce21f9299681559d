-- Planned from the declared entities.

drop index share_entity_id_ix;

create index share_may_edit_id_ix on "share" (tenant, "may_edit", "id");

create index share_purpose_id_ix on "share" (tenant, "purpose", "id");
