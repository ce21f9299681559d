-- A beginning of words that few of one's own documents have is found by the index sooner than by looking
-- at thousands of them; otherwise as in 0017.

-- The newest matches. `kind` is the word of every document of the entity; `within` the same, or words of
-- which a wanted document has at least one, its owners; `people` those whose the wanted documents are, where
-- that says all. Three ways, by what they cost:
--   1. looking at the newest documents, of these people if they are known: matches of common words are soon
--      there;
--   2. all matches by the index, when they are few;
--   3. else by the index, but only the newest part of the documents at a time. The parts are those of
--      the planner's statistics, so that finding them costs nothing.
-- Not thorough: what is found among the newest is enough, unless owners narrow the search; and a common
-- beginning of words, which is dear to look for, is looked for there alone.
-- Words are put in as literals so that the planner knows how common they are.
create or replace function shangmai_search(
  wanted_entity text, query text, kind text, within text, people uuid[], before_record uuid,
  most integer, thorough boolean)
  returns table (record uuid)
  language plpgsql security definer set search_path = public
  as $$
  declare
    own constant text := format('tenant = %L and entity = %L', shangmai_tenant(), wanted_entity);
    -- How common a beginning of words is, the planner does not know: more must be looked at to tell.
    is_beginning constant boolean := query like '%:*%';
    first_look constant integer := case when thorough and is_beginning then 1000 else 300 end;
    longest_look constant integer := case when is_beginning then 10000 else 5000 end;
    narrowed constant boolean := within <> kind;
    newest constant text := case when people is null
      then 'select s.record, s.words from search_doc s where %1$s and s.record < %2$L
        order by s.record desc limit %3$s'
      else 'select s.record, s.words from unnest(%4$L::uuid[]) p(id), lateral (
          select d.record, d.words from search_doc d
          where %1$s and d.whose = p.id and d.record < %2$L order by d.record desc limit %3$s) s
        order by s.record desc limit %3$s' end;
    wanted tsquery := query::tsquery;
    residual text := '';
    look integer := first_look;
    found uuid[];
    hits integer := 0;
    looked integer := 0;
    seen integer := 0;
    with_words integer := 0;
    share double precision;
    oldest uuid;
    matching double precision;
    documents double precision;
    bounds uuid[];
    edge integer;
    steps integer;
    lowest uuid;
    given integer;
  begin
    if narrowed then wanted := wanted && within::tsquery; end if;
    while most <= longest_look and look > 0 loop
      execute format(
        'select array_agg(d.record order by d.record desc) filter (where d.words @@ %L::tsquery),
           count(*) filter (where d.words @@ %L::tsquery), count(*), min(d.record::text)::uuid
         from (' || format(newest, own, before_record, look, people) || ') d',
        wanted, query) into found, given, seen, oldest;
      return query select unnest(found[1 : most - hits]);
      hits := hits + least(coalesce(cardinality(found), 0), most - hits);
      if hits >= most or seen < look then return; end if;
      looked := looked + seen;
      with_words := with_words + given;
      before_record := oldest;
      -- Of a few people's documents those of a rare word are found by the index, which reads few of it.
      exit when people is not null
        and hits * (case when is_beginning then 30 else 100 end) < looked;
      exit when people is null and (looked > first_look or (thorough and hits = 0));
      look := case when thorough or people is not null
        then ceil(1.5 * looked * (most - hits) / hits) else 1000 end;
      if look > longest_look then
        look := case when is_beginning and people is not null then longest_look else 0 end;
      end if;
    end loop;
    if not thorough and not narrowed and hits > 0 then return; end if;
    if not thorough and is_beginning and (not narrowed or people is not null and hits > 0)
    then return; end if;
    matching := shangmai_expected(format('words @@ %L', wanted));
    share := with_words::double precision / greatest(looked, 1);
    if narrowed and is_beginning and share > 0.05 then
      -- Gathering all words of a common beginning takes longer than looking at the owners' documents.
      residual := format('where d.words @@ %L::tsquery', query);
      wanted := within::tsquery;
      matching := share * shangmai_expected(format('words @@ %L', wanted));
    elsif not narrowed and matching > shangmai_expected(own) then
      -- The word is more common elsewhere than the entity has documents.
      wanted := wanted && kind::tsquery;
      matching := shangmai_expected(format('words @@ %L', wanted));
    end if;
    select s.histogram_bounds::text::uuid[],
        (select c.reltuples from pg_class c where c.oid = 'public.search_doc'::regclass)
      into bounds, documents
      from pg_stats s
      where s.schemaname = 'public' and s.tablename = 'search_doc' and s.attname = 'record';
    if is_beginning and not narrowed then
      matching := greatest(matching, share * shangmai_expected(own));
    end if;
    steps := 0;
    -- A document of a part costs a fifteenth of one that is fetched. How rare a rare word is nobody knows:
    -- the planner takes it for as common as the rarest that it knows.
    if matching > documents * 0.003
        and 3.0 * (most - hits) * (documents / 15 + matching) < matching * matching then
      steps := ceil(3.0 * (most - hits) / matching * cardinality(bounds));
    end if;
    loop
      edge := width_bucket(before_record, bounds) - steps;
      lowest := case when steps > 0 and edge >= 1 then bounds[edge] end;
      return query execute format(
        'select d.record from (select s.record, s.words from search_doc s
           where %s and s.record < %L and s.words @@ %L::tsquery%s offset 0) d
         %s order by d.record desc limit %s',
        own, before_record, wanted,
        case when lowest is null then '' else format(' and s.record >= %L', lowest) end,
        residual, most - hits);
      get diagnostics given = row_count;
      hits := hits + given;
      exit when lowest is null or hits >= most;
      before_record := lowest;
      steps := steps * 4;
    end loop;
  end $$;
