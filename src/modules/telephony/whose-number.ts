/** Whose telephone number it is, among what the agent may see, or among all there is. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { raw, sql, type Sql } from '#kernel/db/sql.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { parsePhone } from '#kernel/text/phone.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'

export interface Whose {
  customer: string | null
  contact: string | null
  lead: string | null
}

export const nobody: Whose = { customer: null, contact: null, lead: null }

/** More records of one number are a switchboard: the agent says who it is. */
const most = 20

/** As numbers are kept with customers; a number that cannot be read stays as it was told. */
export function keptNumber(number: string | null, country: string): string | null {
  if (number === null) return null
  return parsePhone(number, country)?.e164 ?? number.trim()
}

/** Of these records those that count. */
type Among = (entity: Entity, ids: readonly string[]) => Promise<ReadonlySet<string>>

/** Nobody where it is not clear: of two customers with one number neither is guessed. */
export async function whoseNumber(
  ctx: Ctx,
  number: string | null,
  agent: string | null,
): Promise<Whose> {
  if (number === null || agent === null) return nobody
  return whoseAmong(ctx, number, (entity, ids) => ctx.visibleTo(agent, entity, ids))
}

/** The same where nobody in particular is called, and the record says who cares for it. */
export function whoseAtAll(ctx: Ctx, number: string): Promise<Whose> {
  return whoseAmong(ctx, number, async (_, ids) => new Set(ids))
}

async function whoseAmong(ctx: Ctx, number: string, among: Among): Promise<Whose> {
  const people = await contactsOf(ctx, number, among)
  const customers = await customersOf(ctx, number, among)
  const all = new Set([...customers, ...people.map(({ customer }) => customer)])
  const [customer] = all
  if (customer !== undefined) {
    if (all.size > 1) return nobody
    return { customer, contact: people.length === 1 ? (people[0]?.id ?? null) : null, lead: null }
  }
  const leads = await leadsOf(ctx, number, among)
  return { ...nobody, lead: leads.length === 1 ? (leads[0] ?? null) : null }
}

/**
 * Who calls from behind a switchboard shows its number without the extension. The bounds let the
 * index find them: `;` comes right before `<`.
 */
function reaches(column: 'p.phone' | 'p.mobile' | 'c.phone' | 'l.phone', number: string): Sql {
  const kept = raw(column)
  return sql`(${kept} = ${number} or (${kept} > ${number} and ${kept} < ${`${number}<`}
    and starts_with(${kept}, ${`${number};ext=`})))`
}

interface Person {
  id: string
  customer: string
}

async function contactsOf(ctx: Ctx, number: string, among: Among): Promise<Person[]> {
  const found = await ctx.sql<Person>(sql`
    select p.id, p.customer from contact p where p.tenant = ${ctx.tenant}
      and (${reaches('p.phone', number)} or ${reaches('p.mobile', number)})
      and p.deleted_at is null limit ${most}`)
  const ids = found.map(({ id }) => id)
  const seen = await among(Contact, ids)
  return found.filter(({ id }) => seen.has(id))
}

async function customersOf(ctx: Ctx, number: string, among: Among): Promise<string[]> {
  const found = await ctx.sql<{ id: string }>(sql`
    select c.id from customer c where c.tenant = ${ctx.tenant}
      and ${reaches('c.phone', number)} and c.deleted_at is null limit ${most}`)
  const ids = found.map(({ id }) => id)
  return [...(await among(Customer, ids))]
}

async function leadsOf(ctx: Ctx, number: string, among: Among): Promise<string[]> {
  const found = await ctx.sql<{ id: string }>(sql`
    select l.id from lead l where l.tenant = ${ctx.tenant}
      and ${reaches('l.phone', number)} and l.status in ('new', 'qualified')
      and l.deleted_at is null limit ${most}`)
  const ids = found.map(({ id }) => id)
  return [...(await among(Lead, ids))]
}
