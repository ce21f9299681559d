/** Tasks that the program makes: each once, by what made it. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { Task } from './task.entity.ts'

export type MadeTask = Draft<typeof Task> & { origin: string }

/**
 * Those that were never made; one that was deleted since stays away.
 * @returns how many were made
 */
export async function makeTasksOnce(ctx: Ctx, drafts: readonly MadeTask[]): Promise<number> {
  const byOrigin = new Map(drafts.map((draft) => [draft.origin, draft]))
  const made = await ctx.sql<{ origin: string }>(sql`
    select t.origin from task t
    where t.tenant = ${ctx.tenant} and t.origin = any(${[...byOrigin.keys()]}::text[])`)
  for (const { origin } of made) byOrigin.delete(origin)
  await ctx.createMany(Task, [...byOrigin.values()])
  return byOrigin.size
}
