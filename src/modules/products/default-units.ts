/** The units a company starts with. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Unit } from './product.entity.ts'

const units: [name: string, places: number][] = [
  ['pcs', 0],
  ['box', 0],
  ['set', 0],
  ['kg', 3],
  ['m', 2],
  ['hour', 2],
]

export async function seedUnits(ctx: Ctx): Promise<void> {
  if ((await ctx.first(Unit, {})) !== null) return
  for (const [name, places] of units) await ctx.create(Unit, { name: ctx.words(name), places })
}
