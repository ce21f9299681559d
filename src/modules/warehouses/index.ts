/** Warehouses: the places that goods come into and leave from. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import { Warehouse } from './warehouse.entity.ts'

export { Warehouse } from './warehouse.entity.ts'

/** The warehouse that documents start with: the default one, else the first. */
export async function defaultWarehouse(ctx: Ctx): Promise<Warehouse | null> {
  const usual = await ctx.first(Warehouse, { isDefault: true, active: true })
  return usual ?? ctx.first(Warehouse, { active: true }, { sort: 'code' })
}

/** A company starts with one warehouse. */
export async function seedWarehouse(ctx: Ctx): Promise<void> {
  if ((await ctx.first(Warehouse, {})) !== null) return
  const name = ctx.words('Main warehouse')
  await ctx.create(Warehouse, { code: 'W1', name, isDefault: true })
}

export default defineModule({
  name: 'warehouses',
  label: 'Warehouses',
  needs: ['people'],
  capabilities: [219],
  entities: [Warehouse],
  menu: [{ group: 'Goods', open: 'warehouse' }],
})
