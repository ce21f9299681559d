/** What was ordered by the box comes back by the box, and into stock by the piece. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { StockLevel, StockValue } from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { Product, ProductUnit, Unit } from '#modules/products/index.ts'
import { sendShipment, shipOrder } from '#modules/shipping/index.ts'
import { GoodsReturn, receiveReturn, reverseReturn, takeBack } from './index.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id

test('a box comes back as twelve pieces, and leaves again as such', async () => {
  const { program } = world()
  const shop = await openShop(world(), [{ onHand: '30', unitCost: '2' }])
  const { keeper, seller, customer, warehouse, goods } = shop
  const product = goods[0] ?? ''
  const piece = await program.create(Unit, { name: '個', places: 0 })
  const box = await program.create(Unit, { name: '箱', places: 0 })
  await program.update(Product, product, { unit: piece.id })
  await program.create(ProductUnit, { product, unit: box.id, factor: '12' })
  const line = { product, unit: box.id, quantity: '2', unitPrice: '60', taxPercent: '5' }
  const order = await seller.create(Order, { customer, warehouse, lines: [line] })
  await seller.do(confirmOrder, order.id)
  const shipment = idOf(await keeper.do(shipOrder, order.id))
  await keeper.do(sendShipment, shipment)
  const id = idOf(await keeper.do(takeBack, shipment))
  const { lines } = await keeper.see(GoodsReturn, id)
  expect(lines[0]).toMatchObject({ quantity: '2', unit: box.id })
  const half = { lines: [{ ...lines[0], quantity: '0.5' }] }
  await refuses(keeper.update(GoodsReturn, id, half), 'field.too-many-places', 'lines.0.quantity')
  await keeper.update(GoodsReturn, id, { lines: [{ ...lines[0], quantity: '1' }] })
  const onHand = async () => (await program.list(StockLevel, { where: { product } }))[0]?.onHand
  await keeper.do(receiveReturn, id)
  expect(await onHand()).toBe('18')
  expect((await program.list(StockValue, { where: { product } }))[0]?.value).toBe('36')
  expect(await checkBooks(world())).toEqual([])
  await keeper.do(reverseReturn, id, {}, { reason: 'It was another box' })
  expect(await onHand()).toBe('6')
  expect(await checkBooks(world())).toEqual([])
})
