/** Asks every module whether its books are true. */
import type { Difference } from '#kernel/module.ts'
import type { World } from '#kernel/testing/world.ts'

/** @returns what differs, in words; nothing when all is true */
export function checkBooks(world: World): Promise<string[]> {
  return world.within(async (ctx) => {
    const answers: string[] = []
    for (const { checks } of world.house.registry.modules) {
      for (const check of Object.values(checks)) {
        const found = await ctx.sql<Difference>(check(ctx))
        answers.push(...found.map((difference) => JSON.stringify(difference)))
      }
    }
    return answers
  })
}
