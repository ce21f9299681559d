-- Keys come and go by record; what is looked for by key has an index that is filled in one go.
alter table duplicate_key drop constraint duplicate_key_pkey;

drop index duplicate_key_record_ix;

alter table duplicate_key add constraint duplicate_key_pk primary key (tenant, record, entity, key);

create index duplicate_key_key_ix on duplicate_key (tenant, entity, key, record);
