/** Facts that the program keeps with customers: no new version, nobody's edit is disturbed. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { join, name, sql, type Sql } from '#kernel/db/sql.ts'
import { columnName } from '#kernel/entity/entity.ts'
import type { Customer } from './customer.entity.ts'
import type { followUpFacts } from './follow-up-facts.ts'

export type FollowUpFacts = Partial<Pick<Customer, keyof typeof followUpFacts | 'pool'>>

/** Writes facts of one customer as they are given. */
export function keepFacts(ctx: Ctx, customer: string, facts: FollowUpFacts): void {
  const values = Object.entries(facts).map(
    ([field, value]) => sql`${name(columnName(field))} = ${value}`,
  )
  if (values.length === 0) return
  ctx.send(sql`update customer set ${join(values, ', ')}
    where tenant = ${ctx.tenant} and id = ${customer}::uuid`)
}

/**
 * Counts the deals of customers anew.
 * @param deals a query of all their deals as rows (customer, on)
 */
export function recountDeals(ctx: Ctx, customers: readonly string[], deals: Sql): void {
  ctx.send(sql`
    update customer c set first_deal_on = d.first, last_deal_on = d.last, deal_count = d.count
    from (
      select w.id, min(o."on") as first, max(o."on") as last, count(o."on")::int as count
      from unnest(${customers}::uuid[]) w(id) left join (${deals}) o(customer, "on")
        on o.customer = w.id
      group by w.id) d
    where c.tenant = ${ctx.tenant} and c.id = d.id`)
}
