/** An agent sees whom she is to call, also a colleague's customer, until the list is closed. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Share } from '#modules/people/index.ts'
import { CallEntry } from './call-entry.entity.ts'
import { CallList } from './call-list.entity.ts'
import { calledOf } from './called.ts'

/** @param agent null: whoever could see it by this entry no longer does */
export async function openToAgent(ctx: Ctx, id: string, agent: string | null): Promise<void> {
  const entry = await ctx.find(CallEntry, id, { deleted: true })
  if (entry.share !== null) await ctx.remove(Share, entry.share)
  const share = agent === null ? null : await shared(ctx, entry, agent)
  if (share !== entry.share) await ctx.save(CallEntry, id, { share })
}

async function shared(ctx: Ctx, entry: CallEntry, agent: string): Promise<string | null> {
  const { entity, id, owner } = await calledOf(ctx, entry)
  if (owner === agent) return null
  const { name, endsOn } = await ctx.find(CallList, entry.list)
  const purpose = ctx.words('Call list {name}', { name })
  const share = await ctx.create(Share, {
    entity,
    record: id,
    person: agent,
    purpose,
    untilOn: endsOn,
  })
  return share.id
}
