-- Under which keys records are looked for that may mean the same as another; see src/kernel/duplicates.
create table duplicate_key (
  tenant uuid not null,
  entity text not null,
  key text not null,
  record uuid not null,
  primary key (tenant, entity, key, record)
);

create index duplicate_key_record_ix on duplicate_key (tenant, record, entity);

-- How far the records of before were given their keys: `last` is null when all have them.
create table duplicate_index (
  tenant uuid not null,
  entity text not null,
  version text not null,
  last uuid,
  primary key (tenant, entity)
);

do $$ declare name text; begin
  foreach name in array array['duplicate_key', 'duplicate_index'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant = (select shangmai_tenant()))
      with check (tenant = (select shangmai_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to shangmai_app', name);
  end loop;
end $$;

-- Looking for duplicates among all records is watched and cancelled as other work on many is.
alter table bulk_run drop constraint bulk_run_kind_ck;

alter table bulk_run add constraint bulk_run_kind_ck
  check (kind in ('change', 'delete', 'action', 'undo', 'scan'));
