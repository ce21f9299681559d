/** What a scanner types finds the product, and the packing unit of it, in search and in pickers. */
import { expect, test } from 'vitest'
import { sightOf } from '#kernel/action/caller.ts'
import { search } from '#kernel/search/search.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Product, ProductUnit, Unit } from './index.ts'

const world = useWorld(modules)

test('a scanned bar code finds the one product, and the one packing unit', async () => {
  const { house, program } = world()
  const [piece, box] = ['pc', 'box'].map((name) => program.create(Unit, { name }))
  const unit = (await piece)?.id ?? null
  const lamp = { code: 'L1', name: 'Desk lamp', barcode: '4006381333931', unit }
  const { id: product } = await program.create(Product, lamp)
  await program.create(Product, { code: 'L2', name: 'Floor lamp', barcode: '5901234123457' })
  const packing = {
    product,
    unit: (await box)?.id ?? null,
    factor: '12',
    barcode: '14006381333938',
  }
  const { id: packed } = await program.create(ProductUnit, packing)
  const seller = await world().as('sales')
  const sight = await sightOf(house, seller.caller)
  const found = async (q: string) => (await search(house, sight, q)).hits.map(({ id }) => id)
  expect(await found(lamp.barcode)).toEqual([product])
  expect(await found(packing.barcode)).toEqual([packed])
  const picked = await seller.list(Product, { where: { search: lamp.barcode } })
  expect(picked.map(({ id }) => id)).toEqual([product])
})
