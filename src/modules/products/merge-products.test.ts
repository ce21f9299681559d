/** Two products that both lie in stock become one, and two again, at what they are worth. */
import { expect, test } from 'vitest'
import { merge } from '#kernel/merge/merge.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { undo } from '#kernel/undo/undo.ts'
import { StockLevel, StockMove, StockValue } from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { LedgerEntry } from '#modules/ledger/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { sendShipment, shipOrder } from '#modules/shipping/index.ts'
import { Product, ProductUnit, Unit } from './index.ts'

const world = useWorld(modules)

/** Ten lamps at 40 and five of the same lamp under another name at 10; two of each are ordered. */
async function lamps() {
  const stock = [
    { onHand: '10', unitCost: '40' },
    { onHand: '5', unitCost: '10' },
  ]
  const shop = await openShop(world(), stock)
  const [keep = '', drop = ''] = shop.goods
  const order = await draftOrder(shop, ['2', '2'])
  await shop.seller.do(confirmOrder, order.id)
  return { shop, keep, drop, order }
}

const join = (keep: string, drop: string) =>
  merge(world().house, world().program.caller, Product, { keep, drop: [drop], take: {} })
const takeBack = (operation: string | null) =>
  undo(world().house, world().program.caller, operation ?? '', {})

async function stockOf(product: string) {
  const where = { product }
  const levels = await world().program.list(StockLevel, { where })
  const values = await world().program.list(StockValue, { where })
  return [
    ...levels.map(({ onHand, reserved }) => [onHand, reserved]),
    ...values.map(({ value, averageCost }) => [Number(value), Number(averageCost)]),
  ]
}

async function ship(shop: Shop, order: string): Promise<void> {
  const { result } = await shop.keeper.do(shipOrder, order)
  await shop.keeper.do(sendShipment, (result as { id: string }).id)
}

test('the goods of both lie under one name, at the sum of their values', async () => {
  const { shop, keep, drop, order } = await lamps()
  await join(keep, drop)
  expect(await stockOf(keep)).toEqual([
    ['15', '4'],
    [450, 30],
  ])
  expect(await stockOf(drop)).toEqual([])
  const lines = (await world().program.see(Order, order.id)).lines
  expect(lines.map((line) => line.product)).toEqual([keep, keep])
  await ship(shop, order.id)
  expect(await stockOf(keep)).toEqual([
    ['11', '0'],
    [330, 30],
  ])
  expect(await checkBooks(world())).toEqual([])
})

test('undone, the goods go back at the value they came with, as often as one likes', async () => {
  const { shop, keep, drop, order } = await lamps()
  for (let time = 0; time < 2; time += 1) {
    const { operation } = await join(keep, drop)
    expect((await takeBack(operation)).conflicts).toEqual([])
    expect(await stockOf(keep)).toEqual([
      ['10', '2'],
      [400, 40],
    ])
    expect(await stockOf(drop)).toEqual([
      ['5', '2'],
      [50, 10],
    ])
  }
  const moves = { where: { entity: 'product', record: drop } }
  expect(await world().program.list(StockMove, moves)).toHaveLength(8)
  await ship(shop, order.id)
  expect(await checkBooks(world())).toEqual([])
})

test('once an order of both was shipped, the merge stays', async () => {
  const { shop, keep, drop, order } = await lamps()
  const { operation } = await join(keep, drop)
  await ship(shop, order.id)
  const refusal = await refuses(takeBack(operation), 'merge.tied-since')
  expect(refusal.facts).toEqual({ entity: 'Order', title: order.number })
  expect((await stockOf(keep))[0]).toEqual(['11', '0'])
})

test('once the goods moved or are promised as one, the merge stays', async () => {
  const { shop, keep, drop } = await lamps()
  const { operation } = await join(keep, drop)
  const promised = await draftOrder(shop, ['11'])
  await shop.seller.do(confirmOrder, promised.id)
  const refusal = await refuses(takeBack(operation), 'stock.not-enough')
  expect(refusal.facts).toMatchObject({ wanted: '5', available: '2' })
  await ship(shop, promised.id)
  await refuses(takeBack(operation), 'stock.moved-since-merge')
  expect(await checkBooks(world())).toEqual([])
})

test('what is counted differently does not become one', async () => {
  const { shop, keep } = await lamps()
  const { program } = world()
  await refuses(join(keep, shop.service), 'product.unlike-kinds')
  const made = async (code: string, unit: string | null) => {
    const counted = unit === null ? null : (await program.create(Unit, { name: unit })).id
    return (await program.create(Product, { code, name: code, unit: counted })).id
  }
  const [crate, bag] = [await made('M-CRATE', 'Crate'), await made('M-BAG', 'Bag')]
  await refuses(join(crate, bag), 'product.unlike-units')
  await join(crate, await made('M-LOOSE', null))
  const { unit } = await program.see(Product, crate)
  expect(unit).not.toBeNull()
  await refuses(join(await made('M-BULK', null), crate), 'product.unlike-units')
})

test('packing units come along, unless they contain more of one than of the other', async () => {
  const { program } = world()
  const units: string[] = []
  for (const name of ['Piece of it', 'Box of it', 'Pallet of it'])
    units.push((await program.create(Unit, { name })).id)
  const [unit = '', box = '', pallet = ''] = units
  const made = async (code: string, boxed: string) => {
    const { id } = await program.create(Product, { code, name: code, unit })
    await program.create(ProductUnit, { product: id, unit: box, factor: boxed })
    return id
  }
  const [one, same, other] = [
    await made('P1', '12'),
    await made('P2', '12'),
    await made('P3', '10'),
  ]
  const packed = await program.create(ProductUnit, { product: same, unit: pallet, factor: '480' })
  await refuses(join(one, other), 'product.unlike-units')
  const { operation } = await join(one, same)
  expect(await program.see(ProductUnit, packed.id)).toMatchObject({ product: one })
  await takeBack(operation)
  expect(await program.see(ProductUnit, packed.id)).toMatchObject({ product: same })
})

test('a cent that rounding makes or takes stands in the money book', async () => {
  const odd = { onHand: '3', unitCost: '0.335' }
  const { goods } = await openShop(world(), [odd, { ...odd, onHand: '1' }])
  const [keep = '', drop = ''] = goods
  const { operation } = await join(keep, drop)
  const source = { where: { entity: 'product', record: drop } }
  expect(await world().program.list(LedgerEntry, source)).toHaveLength(1)
  expect(await checkBooks(world())).toEqual([])
  await takeBack(operation)
  expect(await world().program.list(LedgerEntry, source)).toHaveLength(2)
  expect(await checkBooks(world())).toEqual([])
})
