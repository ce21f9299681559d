/** Where the figures of a person's work come from: each record, whose it is, and what it adds. */
import type { Reader } from '#kernel/action/ctx.ts'
import { join, raw, sql, type Sql } from '#kernel/db/sql.ts'
import { columnName, fieldNamed, type Entity } from '#kernel/entity/entity.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import type { Where } from '#kernel/query/where.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import { Opportunity } from '#modules/opportunities/index.ts'
import { Order } from '#modules/orders/index.ts'
import { Quote } from '#modules/quotes/index.ts'
import { Receipt } from '#modules/receipts/index.ts'
import { Task } from '#modules/tasks/index.ts'
import { figureNames, type WorkFigure } from './figures.ts'
import { WorkPlan } from './work-plan.entity.ts'

/** Days from and until; null = without end. */
export interface Stretch {
  from: string | null
  until: string | null
}

/** What may be read: with a person's eyes, or the program's. */
export type Source = Reader & Pick<ReportReader, 'visible' | 'sees'>

export interface Measure {
  entity: Entity
  /** The day or moment by which it counts. */
  at: string
  when?: Where
  /** Field that is summed up; absent = records are counted. */
  sum?: string
}

const binding = ['confirmed', 'shipped', 'closed'] as const
const orders = { entity: Order, at: 'orderedOn', when: { status: binding } }
const receipts = { entity: Receipt, at: 'receivedOn', when: { status: 'posted' } }

const measures: Readonly<Partial<Record<WorkFigure, Measure>>> = {
  calls: { entity: Interaction, at: 'happenedAt', when: { kind: 'call' } },
  visits: { entity: Interaction, at: 'happenedAt', when: { kind: 'visit' } },
  otherContacts: {
    entity: Interaction,
    at: 'happenedAt',
    when: { kind: { not: ['call', 'visit'] } },
  },
  newLeads: { entity: Lead, at: 'createdAt' },
  newCustomers: { entity: Customer, at: 'createdAt' },
  newOpportunities: { entity: Opportunity, at: 'createdAt' },
  quotes: {
    entity: Quote,
    at: 'quotedOn',
    when: { status: ['sent', 'ordered', 'declined'] },
  },
  orders,
  orderAmount: { ...orders, sum: 'baseTotal' },
  receipts,
  receiptAmount: { ...receipts, sum: 'baseAmount' },
  tasksDone: { entity: Task, at: 'endedAt', when: { status: 'done' } },
}

/** The kind of record behind a figure. */
export function entityBehind(figure: WorkFigure): Entity {
  return measures[figure]?.entity ?? WorkPlan
}

/** Whether the figure says how many records there are; else each record adds its own. */
export function isCount(figure: WorkFigure): boolean {
  const measure = measures[figure]
  return measure !== undefined && measure.sum === undefined
}

/** `record`, `owner` and `value`: what each record adds to the figure; of counts also the `day`. */
export function addends(source: Source, figure: WorkFigure, stretch: Stretch): Sql {
  const measure = measures[figure]
  if (measure) return addendsOf(source, measure, stretch)
  return plannedSql(source, stretch, figure === 'plannedDone')
}

function addendsOf(source: Source, measure: Measure, stretch: Stretch): Sql {
  const { entity, at, when = {}, sum } = measure
  const days = { ...bound('from', stretch.from), ...bound('until', stretch.until) }
  const value = sum === undefined ? raw('1') : raw(`coalesce(m."${columnName(sum)}", 0)`)
  const isSeen = sum === undefined || source.sees(entity, sum)
  return sql`select m.id as record, m.owner, ${value}::numeric as value,
      ${dayOf(source, entity, at)} as day
    from ${source.visible(entity)} m
    where m.owner is not null and ${raw(isSeen ? 'true' : 'false')}
      and ${compileWhere(entity, { ...when, [at]: days }, source, 'm')}`
}

function dayOf({ timeZone }: Source, entity: Entity, at: string): Sql {
  const column = raw(`m."${columnName(at)}"`)
  const isDay = fieldNamed(entity, at)?.kind === 'date'
  return isDay ? column : sql`(${column} at time zone ${timeZone})::date`
}

function bound(end: 'from' | 'until', day: string | null) {
  return day === null ? {} : { [end]: day }
}

/** Lines of plans by their day; those without one by the first day of their week. */
function plannedSql(source: Source, { from, until }: Stretch, isDone: boolean): Sql {
  const done = isDone ? sql`and l.done` : raw('')
  return sql`select p.id as record, p.owner, count(*)::numeric as value
    from ${source.visible(WorkPlan)} p
    join work_plan_line l on l.tenant = ${source.tenant} and l.parent = p.id ${done}
    where (${from}::date is null or coalesce(l.day, p.begins_on) >= ${from}::date)
      and (${until}::date is null or coalesce(l.day, p.begins_on) <= ${until}::date)
    group by p.id, p.owner`
}

/** One row per person with all figures, `owner` beside them. */
export function figuresSql(source: Source, stretch: Stretch, of: Sql = raw('true')): Sql {
  const all = figureNames.map(
    (figure) => sql`select ${figure}::text as figure, a.owner, a.value
      from (${addends(source, figure, stretch)}) a where ${of}`,
  )
  const columns = figureNames.map(
    (figure) => sql`coalesce(sum(x.value) filter (where x.figure = ${figure}), 0)
      as ${raw(`"${columnName(figure)}"`)}`,
  )
  return sql`select x.owner, ${join(columns, ', ')}
    from (${join(all, ' union all ')}) x group by x.owner`
}
