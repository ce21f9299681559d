/** A call as the telephone system knows it: each stands in the house once, by its key. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { User } from '#modules/people/index.ts'
import { PhoneCall } from './phone-call.entity.ts'
import { PhoneLine } from './phone-line.entity.ts'

/** A call that was written down by hand is the one that the system tells of within that time. */
const sameWithinMs = 2 * 3_600_000

/** News of one call that come at the same time wait for each other. */
export async function callOf(ctx: Ctx, callId: string): Promise<PhoneCall | null> {
  await ctx.sql(sql`select pg_advisory_xact_lock(hashtext(${`${ctx.tenant} ${callId}`}))`)
  return ctx.first(PhoneCall, { callId })
}

export async function agentOf(ctx: Ctx, extension: string | null): Promise<string | null> {
  if (extension === null) return null
  return (await ctx.first(User, { extension, active: true }))?.id ?? null
}

export async function lineOf(ctx: Ctx, key: string | null): Promise<PhoneLine | null> {
  return key === null ? null : ctx.first(PhoneLine, { key })
}

/** The agent wrote an outgoing call down before the telephone system told of it. */
export async function writtenByHand(
  ctx: Ctx,
  owner: string | null,
  number: string | null,
): Promise<PhoneCall | null> {
  if (owner === null || number === null) return null
  const from = new Date(ctx.now.getTime() - sameWithinMs).toISOString()
  const own = { owner, number, direction: 'out', callId: null, startedAt: { from } } as const
  return ctx.first(PhoneCall, own, { sort: '-startedAt' })
}

/** The telephone system told of an outgoing call before the agent wrote it down. */
export async function toldBySystem(
  ctx: Ctx,
  owner: string | null,
  number: string | null,
): Promise<PhoneCall | null> {
  if (owner === null || number === null) return null
  const from = new Date(ctx.now.getTime() - sameWithinMs).toISOString()
  const own = { owner, number, direction: 'out', entry: null, startedAt: { from } } as const
  const told = { ...own, callId: { empty: false } }
  return ctx.first(PhoneCall, told, { sort: '-startedAt' })
}
