/** What they have in hand to whom customers may be dealt: how many, of where, how they sell. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Hand } from './deal-out.ts'

/** In the order of the people, without those who may not sign in; nobody is limited. */
export function handsNow(ctx: Ctx, people: readonly string[]): Promise<Hand[]> {
  return ctx.sql<Hand>(sql`
    select m.id as person, null::int as room, count(c.id)::int as load,
      coalesce(array_agg(distinct c.sales_region)
        filter (where c.sales_region is not null), '{}') as regions,
      coalesce(avg(case when c.deal_count > 0 then 1 else 0 end) filter (where c.id is not null),
        0)::float as conversion
    from unnest(${people}::uuid[]) with ordinality m(id, at)
      join "user" u on u.tenant = ${ctx.tenant} and u.id = m.id and u.active
        and u.deleted_at is null
      left join customer c on c.tenant = ${ctx.tenant} and c.owner = m.id and c.deleted_at is null
    group by m.id, m.at order by m.at`)
}
