/** An entry that is added, by hand or from a file, is complete and may be called. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { CallEntry } from './call-entry.entity.ts'
import { CallList } from './call-list.entity.ts'
import { calledOf, refuseUncallable } from './called.ts'
import { openToAgent } from './open-to-agent.ts'

type Facts = Record<string, unknown>

export async function addEntry(ctx: Ctx, facts: Facts): Promise<void> {
  const entry = facts.row as CallEntry
  const list = await ctx.find(CallList, entry.list)
  if (list.status !== 'open') fail('call-list.is-closed', { list: list.name }, { field: 'list' })
  const called = await calledOf(ctx, entry)
  refuseUncallable(called)
  refuseOtherAgent(list, entry.owner)
  await ctx.save(CallEntry, entry.id, { name: called.name })
  await openToAgent(ctx, entry.id, entry.owner)
}

export async function changeEntry(ctx: Ctx, facts: Facts): Promise<void> {
  const [row, before] = [facts.row as CallEntry, facts.before as CallEntry]
  if (row.customer !== before.customer || row.lead !== before.lead || row.list !== before.list)
    fail('call-entry.stays-whose-it-is', {}, { field: 'customer' })
  if (row.owner === before.owner) return
  refuseOtherAgent(await ctx.find(CallList, row.list), row.owner)
  await openToAgent(ctx, row.id, row.owner)
}

export async function dropEntry(ctx: Ctx, facts: Facts): Promise<void> {
  await openToAgent(ctx, (facts.row as CallEntry).id, null)
}

export function refuseOtherAgent({ name, members }: CallList, agent: string | null): void {
  if (agent === null || (members ?? []).includes(agent)) return
  fail('call-entry.no-agent-of-list', { list: name }, { field: 'owner' })
}
