/** Asks every module whether its books are true. */
import type { World } from '#kernel/testing/world.ts'

/** @returns what differs, in words; nothing when all is true */
export function checkBooks(world: World): Promise<string[]> {
  return world.within(async (ctx) => {
    const answers: string[] = []
    for (const { checks } of world.house.registry.modules) {
      for (const check of Object.values(checks)) answers.push(...(await check(ctx)))
    }
    return answers
  })
}
