/** A warehouse in which nothing ever lay goes, and its place with it; one with goods stays. */
import { expect, test } from 'vitest'
import { bulk } from '#kernel/bulk/bulk.ts'
import { restore } from '#kernel/action/crud.ts'
import { takeBack } from '#kernel/undo/testing/office.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Product } from '#modules/products/index.ts'
import { Warehouse } from '#modules/warehouses/index.ts'
import { issueStock, receiveStock, StockPlace } from './index.ts'

const world = useWorld(modules)
let count = 0

async function newWarehouse(): Promise<string> {
  count += 1
  const draft = { code: `W${count}`, name: `Warehouse ${count}` }
  return (await world().program.create(Warehouse, draft)).id
}

const placesOf = (warehouse: string) => world().program.list(StockPlace, { where: { warehouse } })

async function bring(warehouse: string): Promise<string> {
  count += 1
  const draft = { code: `P${count}`, name: `Lamp ${count}` }
  const { id: product } = await world().program.create(Product, draft)
  await world().within(async (ctx) => {
    const source = { entity: 'stock-entry', record: ctx.newId() }
    const move = { on: ctx.today, warehouse, source }
    const lines = [{ product, quantity: '1', unitCost: '4' }]
    await receiveStock(ctx, { ...move, from: 'supplier', lines })
  })
  return product
}

test('one in which nothing ever moved is deleted with its place, and both come back', async () => {
  const manager = await world().as('manager')
  const id = await newWarehouse()
  expect(await placesOf(id)).toHaveLength(1)
  await manager.remove(Warehouse, id)
  expect(await placesOf(id)).toEqual([])
  await restore(world().house, manager.caller, Warehouse, id)
  expect(await placesOf(id)).toHaveLength(1)
  await bring(id)
})

test('deleted by mistake, it comes back by undo', async () => {
  const manager = await world().as('manager')
  const ids = [await newWarehouse(), await newWarehouse()]
  const wish = { pick: { ids }, remove: true } as const
  const { operation } = await bulk(world().house, manager.caller, Warehouse, wish)
  expect(await placesOf(ids[0] ?? '')).toEqual([])
  const undone = await takeBack(world(), manager, operation)
  expect(undone.conflicts).toEqual([])
  for (const id of ids) {
    expect(await manager.see(Warehouse, id)).toMatchObject({ id, deletedAt: null })
    expect(await placesOf(id)).toHaveLength(1)
  }
})

test('one in which goods moved is refused by name, also when it is empty again', async () => {
  const manager = await world().as('manager')
  const warehouse = await newWarehouse()
  const product = await bring(warehouse)
  const refusal = await refuses(manager.remove(Warehouse, warehouse), 'record.in-use')
  expect(refusal.facts).toMatchObject({ by: 'Stock moves', entity: 'stock-move' })
  await world().within(async (ctx) => {
    const source = { entity: 'stock-entry', record: ctx.newId() }
    const lines = [{ product, quantity: '1' }]
    await issueStock(ctx, { on: ctx.today, warehouse, to: 'loss', source, lines })
  })
  await refuses(manager.remove(Warehouse, warehouse), 'record.in-use')
  expect(await placesOf(warehouse)).toHaveLength(1)
})
