-- The kernel's own tables: sign-in directory, sessions, audit, undo, search, numbers, imports.

create function shangmai_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

create function shangmai_set_tenant(id text) returns void
  language plpgsql
  as $$ begin perform set_config('app.tenant_id', id, true); end $$;

-- Comparing numbers gives nothing away, but PostgreSQL does not say so; without the mark an amount filter
-- under row-level security cannot use its index. Only a superuser may mark it: elsewhere such filters scan the company.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function numeric_lt(numeric, numeric) leakproof;
    alter function numeric_le(numeric, numeric) leakproof;
    alter function numeric_gt(numeric, numeric) leakproof;
    alter function numeric_ge(numeric, numeric) leakproof;
    alter function numeric_eq(numeric, numeric) leakproof;
  end if;
end $$;

-- Control tables: found before the company is known.
create table company (
  tenant uuid primary key,
  name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null
);

create table login (
  email text not null,
  tenant uuid not null,
  user_id uuid not null,
  primary key (email, tenant)
);

create index login_user_ix on login (tenant, user_id);

create table session (
  token_hash bytea primary key,
  id uuid not null,
  tenant uuid not null,
  user_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  agent text
);

create index session_user_ix on session (tenant, user_id);

create table api_key (
  key_hash bytea primary key,
  id uuid not null,
  tenant uuid not null,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_on date,
  last_used_at timestamptz
);

create index api_key_user_ix on api_key (tenant, user_id);

create table invitation (
  token_hash bytea primary key,
  tenant uuid not null,
  user_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

grant select, insert, update, delete on company, login, session, api_key, invitation to shangmai_app;

-- Tables of the company.
create table credential (
  tenant uuid not null,
  id uuid not null,
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  failures integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

create table preference (
  tenant uuid not null,
  id uuid not null,
  choices jsonb not null default '{}',
  primary key (tenant, id)
);

create table idempotency (
  tenant uuid not null,
  key text not null,
  user_id uuid,
  body_hash bytea not null,
  status integer not null,
  answer text not null,
  at timestamptz not null,
  primary key (tenant, key)
);

create index idempotency_at_ix on idempotency (tenant, at);

create table audit (
  tenant uuid not null,
  id uuid not null,
  at timestamptz not null,
  by_user uuid,
  via text not null,
  entity text not null,
  record uuid not null,
  action text not null,
  reason text,
  before jsonb,
  after jsonb,
  operation uuid,
  request text,
  primary key (tenant, id)
);

create index audit_record_ix on audit (tenant, entity, record, id);

create index audit_operation_ix on audit (tenant, operation) where operation is not null;

create index audit_at_ix on audit (tenant, at);

create table operation (
  tenant uuid not null,
  id uuid not null,
  at timestamptz not null,
  by_user uuid,
  kind text not null,
  entity text not null,
  count integer not null default 0,
  undone_at timestamptz,
  undone_by uuid,
  primary key (tenant, id)
);

create index operation_by_ix on operation (tenant, by_user, id);

create table counter (
  tenant uuid not null,
  series text not null,
  period text not null,
  next integer not null,
  primary key (tenant, series, period)
);

create table search_doc (
  tenant uuid not null,
  entity text not null,
  record uuid not null,
  title text not null,
  subtitle text not null default '',
  words tsvector not null,
  primary key (tenant, entity, record)
);

create index search_doc_words_ix on search_doc using gin (words);

create table import_run (
  tenant uuid not null,
  id uuid not null,
  by_user uuid,
  entity text not null,
  file_name text not null,
  path text not null,
  choice jsonb not null default '{}',
  plan jsonb,
  status text not null,
  counts jsonb not null default '{}',
  problems jsonb not null default '[]',
  operation uuid,
  cancel_wanted boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  constraint import_run_status_ck check (status in ('new', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled'))
);

create table import_problem (
  tenant uuid not null,
  id uuid not null,
  run uuid not null,
  row_number integer not null,
  cells jsonb not null,
  problems jsonb not null,
  primary key (tenant, id),
  constraint import_problem_run_fk foreign key (tenant, run) references import_run (tenant, id) on delete cascade
);

create index import_problem_run_ix on import_problem (tenant, run, row_number);

-- The second wall: rows of another company do not exist.
do $$ declare name text; begin
  foreach name in array array['credential', 'preference', 'idempotency', 'audit', 'operation', 'counter',
    'search_doc', 'import_run', 'import_problem'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I using (tenant = (select shangmai_tenant()))
      with check (tenant = (select shangmai_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to shangmai_app', name);
  end loop;
  revoke update, delete on audit from shangmai_app;
end $$;

-- Full-text operators cannot use an index under row-level security; these functions may, for one company
-- only. `within` are words of which a wanted document has at least one: the entity's, or its owners'.
-- Words are put in as literals so that the planner knows how common they are.

-- How many documents the planner expects; good enough to choose a way by. (Explaining needs volatile.)
create function shangmai_expected(condition text) returns double precision
  language plpgsql security definer set search_path = public
  as $$
  declare plan json;
  begin
    execute 'explain (format json) select from search_doc where ' || condition into plan;
    return greatest((plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision, 1);
  end $$;

-- The newest matches. Common words are looked for among the newest documents, where they soon are;
-- others in the index, whose cost is that of all matches.
create function shangmai_search(
  wanted_entity text, query text, within text, before_record uuid, most integer)
  returns table (record uuid)
  language plpgsql security definer set search_path = public
  as $$
  declare
    own text := format('tenant = %L and entity = %L', shangmai_tenant(), wanted_entity);
    wanted tsquery := query::tsquery && within::tsquery;
    matching double precision := shangmai_expected(format('words @@ %L', wanted));
    documents double precision := shangmai_expected(own);
    look bigint := least(ceil(1.5 * most * documents / matching), 1000000000);
    hits integer := 0;
    looked integer := 0;
    oldest uuid;
  begin
    -- Looking at a document takes about half the time of fetching a match by the index.
    if least(look, documents) < 2 * matching then
      return query execute format(
        'select d.record from (select s.record, s.words from search_doc s where %s and s.record < %L
           order by s.record desc limit %s) d where d.words @@ %L::tsquery limit %s',
        own, before_record, look, wanted, most);
      get diagnostics hits = row_count;
      if hits >= most then return; end if;
      execute format(
        'select count(*), min(d.record::text)::uuid from (select s.record from search_doc s
           where %s and s.record < %L order by s.record desc limit %s) d',
        own, before_record, look) into looked, oldest;
      if looked < look then return; end if;
      before_record := oldest;
    end if;
    if query like '%:*%' and shangmai_expected(format('words @@ %L', query::tsquery))
        > 2 * shangmai_expected(format('words @@ %L', within::tsquery)) then
      -- The beginning of many words: gathering all their documents takes longer than looking at the
      -- few that are in question.
      return query execute format(
        'select d.record from (select s.record, s.words from search_doc s
           where %s and s.words @@ %L::tsquery offset 0) d
         where d.record < %L and d.words @@ %L::tsquery order by d.record desc limit %s',
        own, within, before_record, query, most - hits);
    else
      return query execute format(
        'select d.record from (select s.record from search_doc s
           where %s and s.words @@ %L::tsquery offset 0) d
         where d.record < %L order by d.record desc limit %s',
        own, wanted, before_record, most - hits);
    end if;
  end $$;

-- Some of the newest matches of each entity.
create function shangmai_search_all(query text, entities text[], withins text[], most integer)
  returns table (entity text, record uuid, title text, subtitle text)
  language plpgsql security definer set search_path = public
  as $$
  begin
    for nth in 1 .. cardinality(entities) loop
      return query select d.entity, d.record, d.title, d.subtitle
        from shangmai_search(
          entities[nth], query, withins[nth], 'ffffffff-ffff-ffff-ffff-ffffffffffff', most) h
        join search_doc d on d.tenant = shangmai_tenant() and d.entity = entities[nth]
          and d.record = h.record
        order by d.record desc;
    end loop;
  end $$;

revoke execute on function shangmai_expected(text) from public;

revoke execute on function shangmai_search(text, text, text, uuid, integer) from public;

revoke execute on function shangmai_search_all(text, text[], text[], integer) from public;

grant execute on function shangmai_search(text, text, text, uuid, integer) to shangmai_app;

grant execute on function shangmai_search_all(text, text[], text[], integer) to shangmai_app;
