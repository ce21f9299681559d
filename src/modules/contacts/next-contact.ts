/** When a customer was last spoken to, and when next: as agreed, else as a cadence asks. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { join, raw, sql, type Sql } from '#kernel/db/sql.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import { Customer } from '#modules/customers/index.ts'
import { Cadence } from './cadence.entity.ts'

/** Days apart by the strictest active cadence that fits the customer `c`; null where none does. */
async function daysApart(ctx: Ctx): Promise<Sql> {
  const cadences = await ctx.list(Cadence, { active: true }, { sort: 'everyDays' })
  if (cadences.length === 0) return raw('null::int')
  const cases = cadences.map(({ customers, everyDays }) => {
    const fits = compileWhere(Customer, customers ?? {}, ctx, 'c')
    return sql`when ${fits} then ${everyDays}::int`
  })
  return sql`(case ${join(cases, ' ')} end)`
}

/**
 * As the contact records have it: `last_at` and `next_on` of the customers `c` that a condition
 * picks. The newest record says when to speak again; a customer in a pool is nobody's to speak to.
 */
async function contactsOf(ctx: Ctx, condition: Sql): Promise<Sql> {
  const apart = await daysApart(ctx)
  return sql`
    select c.id, c.next_contact_on as kept_on, i.happened_at as last_at,
      case when c.owner is null then null
        else coalesce(i.next_on, (coalesce(i.happened_at, c.owned_since, c.created_at)
          at time zone ${ctx.timeZone})::date + ${apart}) end as next_on
    from customer c
    left join lateral (select i.happened_at, i.next_on from interaction i
      where i.tenant = ${ctx.tenant} and i.customer = c.id and i.deleted_at is null
      order by i.happened_at desc, i.id limit 1) i on true
    where c.tenant = ${ctx.tenant} and ${condition}`
}

/** Writes the last and the next contact of these customers from their contact records. */
export async function refreshContacts(ctx: Ctx, customers: readonly string[]): Promise<void> {
  if (customers.length === 0) return
  const contacts = await contactsOf(ctx, sql`c.id = any(${customers}::uuid[])`)
  ctx.send(sql`
    update customer k set last_contact_at = n.last_at, next_contact_on = n.next_on
    from (${contacts}) n where k.tenant = ${ctx.tenant} and k.id = n.id`)
}

/**
 * The same for customers of somebody whose next contact is another by now, because a cadence
 * changed or fits them since.
 * @returns how many of at most `most` there were
 */
export async function refreshMoved(ctx: Ctx, most: number): Promise<number> {
  const contacts = await contactsOf(ctx, raw('c.owner is not null and c.deleted_at is null'))
  const moved = await ctx.sql(sql`
    update customer k set next_contact_on = n.next_on
    from (select n.id, n.next_on from (${contacts}) n
      where n.kept_on is distinct from n.next_on limit ${most}) n
    where k.tenant = ${ctx.tenant} and k.id = n.id returning k.id`)
  return moved.length
}
