/** Whose message it is: by number, by chat name, or by what was said of the sender before. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import { keptNumber, nobody, whoseAtAll, type Whose } from '#modules/telephony/index.ts'
import { Message } from './message.entity.ts'
import type { MessageGateway } from './message-gateway.entity.ts'

/** As it is kept and compared: telephone numbers in one form, chat names as they are. */
export function keptSender(from: string, { channel }: MessageGateway, country: string): string {
  if (channel !== 'sms' && channel !== 'whatsapp') return from.trim()
  return keptNumber(from, country) ?? from
}

/** Nobody where it is not clear. */
export async function whoseMessage(
  ctx: Ctx,
  { id: gateway }: MessageGateway,
  number: string,
): Promise<Whose> {
  const said = await saidBefore(ctx, gateway, number)
  if (isSomebody(said)) return said
  const byNumber = await whoseAtAll(ctx, number)
  return isSomebody(byNumber) ? byNumber : whoseChat(ctx, number)
}

function isSomebody({ customer, lead }: Whose): boolean {
  return customer !== null || lead !== null
}

/** Somebody said whose an earlier message was, or it was one of ours. */
async function saidBefore(ctx: Ctx, gateway: string, number: string): Promise<Whose> {
  const known = { any: [{ customer: { empty: false } }, { lead: { empty: false } }] } as const
  const where = { gateway, number, ...known }
  const last = await ctx.first(Message, where, { sort: '-happenedAt' })
  if (!last) return nobody
  const { customer, contact, lead } = last
  if (customer !== null) {
    const isThere = await ctx.first(Customer, { id: customer })
    return isThere ? { customer, contact, lead: null } : nobody
  }
  const asked = lead === null ? null : await ctx.first(Lead, { id: lead })
  if (!asked) return nobody
  // Who became a customer writes as one.
  if (asked.customer) return { customer: asked.customer, contact: asked.contact, lead: null }
  return { ...nobody, lead: asked.id }
}

/** More people of one chat name are nobody in particular. */
const most = 20

async function whoseChat(ctx: Ctx, name: string): Promise<Whose> {
  const found = await ctx.sql<{ id: string; customer: string }>(sql`
    select p.id, p.customer from contact p
    where p.tenant = ${ctx.tenant} and p.chat = ${name} and p.deleted_at is null limit ${most}`)
  const [first] = found
  if (!first || found.some(({ customer }) => customer !== first.customer)) return nobody
  return { customer: first.customer, contact: found.length === 1 ? first.id : null, lead: null }
}

/** Whoever cares for them; null where nobody does. */
export async function carerOf(ctx: Ctx, { customer, lead }: Whose): Promise<string | null> {
  if (customer !== null) return (await ctx.find(Customer, customer)).owner
  return lead === null ? null : (await ctx.find(Lead, lead)).owner
}
