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

export default defineModule({
  name: 'warehouses',
  label: 'Warehouses',
  needs: ['people'],
  entities: [Warehouse],
  menu: [{ group: 'Goods', open: 'warehouse' }],
})
