/** The customers that stage rules would bring into another stage. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { join, raw, sql, type Sql } from '#kernel/db/sql.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import type { Where } from '#kernel/query/where.ts'
import { Customer, customerStages, meantBy } from '#modules/customers/index.ts'
import type { StageRule } from './stage-rule.entity.ts'

type Asked = Pick<StageRule, 'from' | 'customers' | 'stage'>

const stages = customerStages.map(({ value }) => value)

/** What one rule alone would move, as a filter of customers. */
export function movedWhere({ from, customers, stage }: Asked): Where {
  const wanted = from && from.length > 0 ? from : stages
  return {
    stage: wanted.filter((one) => one !== stage),
    ...meantBy(customers),
  }
}

export interface Moving {
  id: string
  /** Which of the rules, counted from 0. */
  rule: number
  from: Customer['stage']
  stageOn: string | null
  lastDealOn: string | null
  lastContactOn: string | null
  dealCount: number
}

/**
 * Customers in the order of their ids, behind `after`, that the first of the rules that fits them
 * moves. A rule into the stage where the customer stands keeps it there: it fits, nothing changes.
 */
export function movingCustomers(
  ctx: Ctx,
  rules: readonly StageRule[],
  { after, most, only }: { after: string | null; most: number; only?: readonly string[] },
): Promise<Moving[]> {
  if (rules.length === 0) return Promise.resolve([])
  const cases = rules.map((rule, at) => sql`when ${fits(ctx, rule)} then ${at}::int`)
  const targets = join(
    rules.map(({ stage }, at) => sql`when ${at}::int then ${stage}::text`),
    ' ',
  )
  const among = only ? sql`and c.id = any(${only}::uuid[])` : raw('')
  return ctx.sql<Moving>(sql`
    select m.id, m.rule, m.stage as from, m.stage_on::text as "stageOn",
      m.last_deal_on::text as "lastDealOn", m.deal_count as "dealCount",
      (m.last_contact_at at time zone ${ctx.timeZone})::date::text as "lastContactOn"
    from (select c.*, case ${join(cases, ' ')} end as rule from customer c
      where c.tenant = ${ctx.tenant} and c.deleted_at is null ${among}
        and (${after}::uuid is null or c.id > ${after}::uuid)) m
    where m.rule is not null and m.stage <> case m.rule ${targets} end
    order by m.id limit ${most}`)
}

/** In its stage already, or in one that it takes from. */
function fits(ctx: Ctx, { from, customers, stage }: StageRule): Sql {
  const wanted = from && from.length > 0 ? { stage: [...from, stage] } : {}
  return compileWhere(Customer, { ...wanted, ...meantBy(customers) }, ctx, 'c')
}
