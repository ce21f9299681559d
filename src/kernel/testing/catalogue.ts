/** What the database says of its tables, so that two ways to build them can be compared. */

/** Part → question for the tables whose names are the first parameter. */
export const catalogue: Readonly<Record<string, string>> = {
  columns: `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as needed, pg_get_expr(d.adbin, d.adrelid) as initial
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and c.relkind = 'r'
    order by 1, 2`,
  constraints: `select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as is
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relname = any($1) and k.contype <> 'n' order by 1, 2`,
  indexes: `select tablename as "table", indexname as name, indexdef as is from pg_indexes
    where tablename = any($1) order by 1, 2`,
  policies: `select tablename as "table", policyname as name, cmd, roles, qual, with_check
    from pg_policies where tablename = any($1) order by 1, 2`,
  rights: `select table_name as "table", grantee, privilege_type as may
    from information_schema.role_table_grants
    where table_name = any($1) and grantee = 'shangmai_app' order by 1, 2, 3`,
}
