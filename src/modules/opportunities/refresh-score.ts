/** Writes the score of open opportunities, fact by fact, and whether they stand still. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { join, name, raw, sql, type Sql } from '#kernel/db/sql.ts'
import { columnName } from '#kernel/entity/entity.ts'
import { measuredSql } from './measure.ts'
import type { scoreFields } from './score-fields.ts'
import { stageFacts, type StageFact } from './stage-facts.ts'

/** The column that keeps the points of a fact. */
const kept: Partial<Record<StageFact, keyof typeof scoreFields>> = {
  amount: 'amountPoints',
  close: 'closePoints',
  products: 'productPoints',
  talks: 'contactPoints',
  deciders: 'deciderPoints',
  files: 'filePoints',
  quotes: 'quotePoints',
}

const scored = stageFacts.flatMap(({ value, points }) => {
  const field = kept[value]
  return field ? [{ value, points, column: columnName(field) }] : []
})

const columns = [...scored.map(({ column }) => column), 'score', 'stalls_on', 'stalled']

/** As it should be: the points of each fact, their sum, and the day after which it stands still. */
function freshSql(ctx: Ctx, condition: Sql): Sql {
  const points = scored.map(
    ({ value, points: most, column }) =>
      sql`(case when m.${name(value)} > 0 then ${most}::int else 0 end) as ${name(column)}`,
  )
  const all = join(
    scored.map(({ column }) => sql`p.${name(column)}`),
    ' + ',
  )
  return sql`
    select p.*, ${all} as score, p.stalls_on < ${ctx.today}::date as stalled
    from (select m.id, ${join(points, ', ')},
        o.entered_stage_on + coalesce(s.stall_days, l.stall_days) as stalls_on
      from (${measuredSql(ctx, condition)}) m
      join opportunity o on o.tenant = ${ctx.tenant} and o.id = m.id
      left join pipeline_stage s on s.tenant = ${ctx.tenant} and s.id = o.stage
      left join pipeline l on l.tenant = ${ctx.tenant} and l.id = o.pipeline) p`
}

/**
 * For the opportunities `o` among the open ones that the condition picks; no new version of them.
 * @param most so many of those that differ
 */
function refreshSql(ctx: Ctx, condition: Sql, most?: number): Sql {
  const open = sql`o.status = 'open' and o.deleted_at is null and ${condition}`
  const set = columns.map((column) => sql`${name(column)} = n.${name(column)}`)
  const differ = columns.map((column) => sql`k.${name(column)} is distinct from n.${name(column)}`)
  const limit = most === undefined ? raw('') : sql`limit ${most}`
  return sql`
    update opportunity u set ${join(set, ', ')}
    from (select n.* from (${freshSql(ctx, open)}) n
      join opportunity k on k.tenant = ${ctx.tenant} and k.id = n.id
      where ${join(differ, ' or ')} ${limit}) n
    where u.tenant = ${ctx.tenant} and u.id = n.id`
}

export function refreshScore(ctx: Ctx, opportunity: string): void {
  ctx.send(refreshSql(ctx, sql`o.id = ${opportunity}::uuid`))
}

/** Those of a customer whose contacts or contact records changed. */
export function refreshScoresOf(ctx: Ctx, customers: readonly (string | null)[]): void {
  const known = customers.filter((customer) => customer !== null)
  if (known.length > 0) ctx.send(refreshSql(ctx, sql`o.customer = any(${known}::uuid[])`))
}

/** @returns how many of at most `most` were not as they should be */
export async function refreshStale(ctx: Ctx, most: number): Promise<number> {
  const stale = await ctx.sql(sql`${refreshSql(ctx, raw('true'), most)} returning u.id`)
  return stale.length
}

/**
 * Counts anew what opportunities were offered.
 * @param sent a query of all quotes sent for them, as rows (opportunity)
 */
export function recountQuotes(ctx: Ctx, opportunities: readonly string[], sent: Sql): void {
  ctx.send(sql`
    update opportunity o set quotes_sent =
      (select count(*) from (${sent}) q(opportunity) where q.opportunity = o.id)::int
    where o.tenant = ${ctx.tenant} and o.id = any(${opportunities}::uuid[])`)
  ctx.send(refreshSql(ctx, sql`o.id = any(${opportunities}::uuid[])`))
}
