/** The units a company starts with. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Unit } from './product.entity.ts'

const units: [english: string, chinese: string, places: number][] = [
  ['pcs', '個', 0],
  ['box', '箱', 0],
  ['set', '組', 0],
  ['kg', '公斤', 3],
  ['m', '公尺', 2],
  ['hour', '小時', 2],
]

export async function seedUnits(ctx: Ctx, locale: string): Promise<void> {
  if ((await ctx.first(Unit, {})) !== null) return
  for (const [english, chinese, places] of units) {
    await ctx.create(Unit, { name: locale === 'en' ? english : chinese, places })
  }
}
