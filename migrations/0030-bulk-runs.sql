-- Work on very many records, which goes on by itself in batches, and what is left of it to tell.
create table bulk_run (
  tenant uuid not null,
  id uuid not null,
  by_user uuid not null,
  kind text not null,
  entity text not null,
  wish jsonb not null,
  picked uuid[] not null,
  status text not null,
  counts jsonb not null,
  refused jsonb not null default '{"reasons": [], "named": []}',
  problems jsonb not null default '[]',
  operation uuid,
  cancel_wanted boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  constraint bulk_run_kind_ck check (kind in ('change', 'delete', 'action', 'undo')),
  constraint bulk_run_status_ck check (status in ('running', 'done', 'failed', 'cancelled'))
);

-- A hundred thousand ids: a piece of them is read without unpacking all.
alter table bulk_run alter column picked set storage external;

create index bulk_run_by_ix on bulk_run (tenant, by_user, id);

alter table bulk_run enable row level security;

create policy bulk_run_tenant on bulk_run using (tenant = (select shangmai_tenant()))
  with check (tenant = (select shangmai_tenant()));

grant select, insert, update, delete on bulk_run to shangmai_app;
