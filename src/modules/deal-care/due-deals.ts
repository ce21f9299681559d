/** Documents that have come so far that a rule of care holds for their customer today. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { raw, sql } from '#kernel/db/sql.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import { addDays } from '#kernel/time/date.ts'
import { Customer } from '#modules/customers/index.ts'
import type { DealCareRule, DealMoment } from './deal-care-rule.entity.ts'

export interface DueDeal {
  id: string
  entity: 'quote' | 'order' | 'shipment' | 'invoice'
  number: string
  customer: string
  owner: string
}

interface Source {
  entity: DueDeal['entity']
  day: string
  when: string
}

/** Fixed texts of this file, no input; the document is `d`. */
const sources: Record<DealMoment, Source> = {
  'quote-open': { entity: 'quote', day: 'd.quoted_on', when: "d.status = 'sent'" },
  'order-waiting': { entity: 'order', day: 'd.ordered_on', when: "d.status = 'confirmed'" },
  'goods-sent': { entity: 'shipment', day: 'd.shipped_on', when: "d.status = 'sent'" },
  'invoice-paid': {
    entity: 'invoice',
    day: `(select max(s."on") from receivable r join settlement s
      on s.tenant = r.tenant and s.receivable = r.id
      where r.tenant = d.tenant and r.entity = 'invoice' and r.record = d.id)`,
    when: "d.status = 'paid' and d.kind = 'invoice'",
  },
}

/** A rule that was made today, or a program that stood still, does not bring all the past. */
const longestDelay = 7

/** A page by id; the salesperson is the document’s, or else the customer’s. */
export function dueDeals(
  ctx: Ctx,
  { moment, daysAfter, customers }: DealCareRule,
  after: string,
  limit: number,
): Promise<DueDeal[]> {
  const { entity, day, when } = sources[moment]
  const on = addDays(ctx.today, -daysAfter)
  const mine = compileWhere(Customer, customers ?? {}, ctx, 'c')
  return ctx.sql<DueDeal>(sql`
    select d.id, ${entity}::text as entity, d.number, c.name as customer,
      coalesce(d.owner, c.owner) as owner
    from ${raw(`"${entity}"`)} d join customer c on c.tenant = d.tenant and c.id = d.customer
    where d.tenant = ${ctx.tenant} and d.deleted_at is null and c.deleted_at is null
      and ${raw(when)} and d.id > ${after}::uuid and coalesce(d.owner, c.owner) is not null
      and ${raw(day)} between ${addDays(on, -longestDelay)}::date and ${on}::date and ${mine}
    order by d.id limit ${limit}`)
}
