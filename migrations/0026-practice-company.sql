-- A company to try things in: a tenant of its own, filled with made-up records and thrown away as a whole.
alter table company add column practice_of uuid;

create unique index company_practice_ux on company (practice_of);

-- Who the session belongs to in the real company, while it is in the practice company.
alter table session add column home_user uuid;

create index session_home_ix on session (home_user) where home_user is not null;

-- Throws a practice company away. In one statement: references are looked at behind its end, in whatever order rows go.
create function shangmai_discard_practice(practice uuid, home uuid) returns boolean
  language plpgsql security definer set search_path = public
  as $$
declare
  parts text;
begin
  perform 1 from company where tenant = practice and practice_of = home for update;
  if not found then return false; end if;
  select string_agg(format('gone%s as (delete from %I where tenant = $1)', c.oid, c.relname), ', ') into parts
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = 'tenant' and not a.attisdropped;
  execute 'with ' || parts || ' select 1' using practice;
  return true;
end $$;

revoke execute on function shangmai_discard_practice(uuid, uuid) from public;

grant execute on function shangmai_discard_practice(uuid, uuid) to shangmai_app;

-- What a company is stays as it was founded: no real one becomes one that may be thrown away.
revoke update on company from shangmai_app;

grant update (name, settings, books_checked_at, book_differences) on company to shangmai_app;
