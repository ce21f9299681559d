/** How many entries each agent gets: what a dealing answers, and its preview shows. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { User } from '#modules/people/index.ts'

export interface DealtCount {
  name: string
  count: number
}

/** Most first. */
export async function tellDealt(
  ctx: Ctx,
  pairs: readonly (readonly [id: string, agent: string])[],
): Promise<DealtCount[]> {
  const byAgent = Map.groupBy(pairs, ([, agent]) => agent)
  const people = await ctx.list(User, { id: [...byAgent.keys()] })
  return people
    .map(({ id, name }) => ({ name, count: byAgent.get(id)?.length ?? 0 }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}
