/** Days to remember of customers, their people and the families of these. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { raw, sql, type Sql } from '#kernel/db/sql.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import { addDays, type DateText } from '#kernel/time/date.ts'
import { Customer } from '#modules/customers/index.ts'
import type { CareDay, CareRule } from './care-rule.entity.ts'

export interface CareDate {
  /** The record that has the day, and the one that the task is about. */
  id: string
  entity: 'contact' | 'customer'
  record: string
  name: string
  owner: string
  day: DateText
  lunar: boolean
}

interface Source {
  id: string
  entity: CareDate['entity']
  record: string
  name: string
  day: string
  lunar: string
  from: string
  /** It comes once, not each year. */
  once?: true
}

const customers = 'customer c'
const contacts = 'contact p join customer c on c.tenant = p.tenant and c.id = p.customer'

/** A day of a customer that comes once. */
function ofCustomer(day: string): Source {
  const name = { id: 'c.id', record: 'c.id', name: 'c.name' }
  return { ...name, entity: 'customer', day, lunar: 'false', from: customers, once: true }
}

/** Fixed texts of this file, no input. */
const sources: Record<CareDay, Source> = {
  'contact-birthday': {
    id: 'p.id',
    entity: 'contact',
    record: 'p.id',
    name: 'p.name',
    day: 'p.birthday',
    lunar: 'p.lunar_birthday',
    from: `${contacts} and p.deleted_at is null`,
  },
  'family-birthday': {
    id: 'r.id',
    entity: 'contact',
    record: 'p.id',
    name: "r.name || ' (' || p.name || ')'",
    day: 'r.birthday',
    lunar: 'r.lunar_birthday',
    from: `contact_relative r
      join contact p on p.tenant = r.tenant and p.id = r.contact and p.deleted_at is null
        and r.deleted_at is null
      join customer c on c.tenant = p.tenant and c.id = p.customer`,
  },
  'customer-birthday': {
    id: 'c.id',
    entity: 'customer',
    record: 'c.id',
    name: 'c.name',
    day: "case when c.kind = 'person' then c.birthday end",
    lunar: 'c.lunar_birthday',
    from: customers,
  },
  'deal-anniversary': {
    id: 'c.id',
    entity: 'customer',
    record: 'c.id',
    name: 'c.name',
    day: 'c.first_deal_on',
    lunar: 'false',
    from: customers,
  },
  'contract-end': ofCustomer('c.contract_until'),
  'service-day': ofCustomer('c.service_on'),
}

/**
 * A page of the days that may come back within the days of the rule, by id: all that go by the
 * moon, of the others those whose day of the year it is. Nobody’s customers get no care.
 */
export function careDates(
  ctx: Ctx,
  { what, daysBefore, customers: picked }: CareRule,
  after: string,
  limit: number,
): Promise<CareDate[]> {
  const source = sources[what]
  const [id, day, lunar] = [raw(source.id), raw(source.day), raw(source.lunar)]
  const mine = compileWhere(Customer, picked ?? {}, ctx, 'c')
  const near = source.once
    ? sql`${day} between ${ctx.today}::date and ${addDays(ctx.today, daysBefore)}::date`
    : isNear(day, ctx.today, daysBefore)
  return ctx.sql<CareDate>(sql`
    select ${id} as id, ${source.entity}::text as entity, ${raw(source.record)} as record,
      ${raw(source.name)} as name, c.owner, ${day} as day, ${lunar} as lunar
    from ${raw(source.from)}
    where c.tenant = ${ctx.tenant} and c.deleted_at is null and c.owner is not null
      and ${day} is not null and ${id} > ${after}::uuid and ${mine}
      and (${lunar} or ${near})
    order by ${id} limit ${limit}`)
}

/** Whoever was born on the 29th of February has the 28th in most years. */
function isNear(day: Sql, today: DateText, days: number): Sql {
  const near = Array.from({ length: days + 1 }, (_, at) => addDays(today, at).slice(5))
  const leap = near.includes('02-28') ? ['02-29'] : []
  return sql`to_char(${day}, 'MM-DD') = any(${[...near, ...leap]}::text[])`
}

export const comesOnce = (what: CareDay): boolean => sources[what].once === true
