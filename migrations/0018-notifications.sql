-- What people find behind the bell, and who follows which record. Both belong to the kernel: a line is
-- read by its person alone, an administrator neither, so they are no records of the registry.

create table notification (
  tenant uuid not null,
  id uuid not null,
  person uuid not null,
  cause text not null,
  rule text not null,
  entity text not null,
  record uuid,
  source uuid,
  facts jsonb not null default '{}',
  by_user uuid,
  times integer not null default 1,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (tenant, id)
);

create index notification_person_ix on notification (tenant, person, at desc, id desc);

create index notification_unread_ix on notification (tenant, person, at desc, id desc)
  where read_at is null;

create index notification_source_ix on notification (tenant, source) where source is not null;

create index notification_at_ix on notification (tenant, at);

create table follower (
  tenant uuid not null,
  entity text not null,
  record uuid not null,
  person uuid not null,
  at timestamptz not null,
  primary key (tenant, entity, record, person)
);

do $$ declare name text; begin
  foreach name in array array['notification', 'follower'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant = (select shangmai_tenant()))
      with check (tenant = (select shangmai_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to shangmai_app', name);
  end loop;
end $$;

-- Planned from the declared entities.

alter table "comment" add column "mentions" uuid[];

-- Whoever commented on a record follows it.
insert into follower (tenant, entity, record, person, at)
  select tenant, entity, record, created_by, min(created_at)
  from comment where created_by is not null and deleted_at is null
  group by tenant, entity, record, created_by;
