/** Ordered by the box, counted by the piece: one conversion from the price to the stock book. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import {
  postStockEntry,
  StockEntry,
  StockLevel,
  StockMove,
  StockValue,
} from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { confirmOrder, Order, priceOrder } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { Product, ProductPrice, ProductUnit, Unit } from '#modules/products/index.ts'
import { Quote } from '#modules/quotes/index.ts'
import { salesByProduct } from '#modules/sales/index.ts'
import { sendShipment, Shipment, shipOrder } from './index.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id
let count = 0

/** Pieces in stock, and boxes of twelve; other units exist. */
async function boxes(onHand = '100') {
  count += 1
  const { program } = world()
  const shop = await openShop(world(), [{ onHand, unitCost: '2', price: '5' }])
  const product = shop.goods[0] ?? ''
  const unit = async (name: string, places: number) =>
    (await program.create(Unit, { name: `${name} ${count}`, places })).id
  const [piece, box, kilo] = [await unit('個', 0), await unit('箱', 1), await unit('公斤', 3)]
  await program.update(Product, product, { unit: piece })
  const packing = await program.create(ProductUnit, { product, unit: box, factor: '12' })
  return { shop, product, piece, box, kilo, packing: packing.id as string }
}
type Boxes = Awaited<ReturnType<typeof boxes>>

function ordered({ shop, product }: Boxes, unit: string | null, quantity: string): Promise<Order> {
  const { customer, warehouse } = shop
  const lines = [{ product, unit, quantity, unitPrice: '60', taxPercent: '5' }]
  return shop.seller.create(Order, { customer, warehouse, lines })
}

async function levelOf({ product }: Boxes) {
  const [level] = await world().program.list(StockLevel, { where: { product } })
  return [level?.onHand, level?.reserved]
}

async function shipped(shop: Shop, order: string, quantity: string) {
  const id = idOf(await shop.keeper.do(shipOrder, order))
  const { lines } = await shop.keeper.see(Shipment, id)
  await shop.keeper.update(Shipment, id, { lines: [{ ...lines[0], quantity }] })
  await shop.keeper.do(sendShipment, id)
  return world().program.see(Shipment, id)
}

test('two boxes set aside and ship 24 pieces', async () => {
  const all = await boxes()
  const { shop, box, product } = all
  const order = await ordered(all, box, '2')
  await shop.seller.do(confirmOrder, order.id)
  expect(await levelOf(all)).toEqual(['100', '24'])
  expect(await checkBooks(world())).toEqual([])
  const shipment = await shipped(shop, order.id, '1')
  expect(shipment.lines[0]).toMatchObject({ quantity: '1', unit: box, value: '24', unitCost: '2' })
  expect(await levelOf(all)).toEqual(['88', '12'])
  const [move] = await world().program.list(StockMove, { where: { record: shipment.id } })
  expect(move?.quantity).toBe('12')
  await shipped(shop, order.id, '1')
  expect((await world().program.see(Order, order.id)).status).toBe('shipped')
  expect(await checkBooks(world())).toEqual([])
  const rows = await world().program.report(salesByProduct)
  expect(rows.find((row) => row['product'] === product)).toMatchObject({ quantity: '24' })
})

test('more boxes than there are pieces for are refused', async () => {
  const all = await boxes('23')
  const order = await ordered(all, all.box, '2')
  const refusal = await refuses(all.shop.seller.do(confirmOrder, order.id), 'stock.not-enough')
  expect(refusal.facts).toMatchObject({ wanted: '24', available: '23' })
})

test('the price list is of pieces; a box costs twelve, at the step twelve reach', async () => {
  const all = await boxes()
  const { program } = world()
  const { shop, product } = all
  const order = await ordered(all, all.box, '1')
  await shop.seller.do(priceOrder, order.id)
  const priceOf = async () => (await program.see(Order, order.id)).lines[0]?.unitPrice
  expect(await priceOf()).toBe('60')
  await program.create(ProductPrice, { product, fromQuantity: '12', price: '4.5' })
  await shop.seller.do(priceOrder, order.id)
  expect(await priceOf()).toBe('54')
})

test('a quantity fits its unit, and the unit its product', async () => {
  const all = await boxes()
  const { box, kilo, piece, shop, product } = all
  await refuses(ordered(all, piece, '2.5'), 'field.too-many-places', 'lines.0.quantity')
  await refuses(ordered(all, null, '2.5'), 'field.too-many-places', 'lines.0.quantity')
  await refuses(ordered(all, box, '0.25'), 'field.too-many-places', 'lines.0.quantity')
  await refuses(ordered(all, box, '0.1'), 'quantity.not-whole', 'lines.0.quantity')
  await refuses(ordered(all, kilo, '1'), 'quantity.other-unit', 'lines.0.unit')
  const half = await ordered(all, box, '0.5')
  const [line] = half.lines
  const wrong = { lines: [{ ...line, quantity: '0.7' }] }
  await refuses(shop.seller.update(Order, half.id, wrong), 'quantity.not-whole')
  await shop.seller.do(confirmOrder, half.id)
  expect(await levelOf(all)).toEqual(['100', '6'])
  const { customer, warehouse } = shop
  const lines = [{ product, quantity: '1.5', unitPrice: '1', taxPercent: '5' }]
  await refuses(shop.seller.create(Quote, { customer, lines }), 'field.too-many-places')
  const entry = { kind: 'in', warehouse, lines: [{ product, quantity: '1.5' }] } as object
  await refuses(shop.keeper.create(StockEntry, entry), 'field.too-many-places', 'lines.0.quantity')
  const shipment = idOf(await shop.keeper.do(shipOrder, half.id))
  const { lines: sent } = await shop.keeper.see(Shipment, shipment)
  const tenth = { lines: [{ ...sent[0], quantity: '0.1' }] }
  await refuses(shop.keeper.update(Shipment, shipment, tenth), 'quantity.not-whole')
})

test('a line that stays as it was is not asked again', async () => {
  const all = await boxes()
  const { shop, piece } = all
  await world().program.update(Unit, piece, { places: 1 })
  const order = await ordered(all, piece, '2.5')
  await world().program.update(Unit, piece, { places: 0 })
  await shop.seller.update(Order, order.id, { customerReference: 'PO 7' })
  const [line] = order.lines
  await shop.seller.update(Order, order.id, { lines: [{ ...line, unitPrice: '61' }] })
})

test('goods come in by the box at the cost of a box', async () => {
  const all = await boxes('0.000001')
  const { shop, box, product } = all
  const buyer = await world().as('buyer')
  const lines = [{ product, unit: box, quantity: '2', unitCost: '30' }]
  const { id } = await buyer.create(StockEntry, {
    kind: 'in',
    warehouse: shop.warehouse,
    lines,
  } as object)
  await buyer.do(postStockEntry, id)
  const entry = await buyer.see(StockEntry, id)
  expect(entry.lines[0]).toMatchObject({ quantity: '2', unitCost: '30', value: '60' })
  const [worth] = await world().program.list(StockValue, { where: { product } })
  expect(worth).toMatchObject({ quantity: '24.000001', averageCost: '2.5' })
})

test('what a box holds stays while it counts', async () => {
  const all = await boxes()
  const { shop, box, packing, product, piece } = all
  const { program } = world()
  await program.update(ProductUnit, packing, { factor: '10' })
  await program.update(ProductUnit, packing, { factor: '12' })
  const order = await ordered(all, box, '1')
  await shop.seller.do(confirmOrder, order.id)
  const refusal = program.update(ProductUnit, packing, { factor: '10' })
  await refuses(refusal, 'product-unit.is-ordered')
  await refuses(
    program.create(ProductUnit, { product, unit: piece, factor: '2' }),
    'product-unit.own',
  )
  await program.remove(ProductUnit, packing)
  await refuses(ordered(all, box, '1'), 'quantity.other-unit', 'lines.0.unit')
  await shipped(shop, order.id, '1')
  expect(await levelOf(all)).toEqual(['88', '0'])
  expect(await checkBooks(world())).toEqual([])
})

test('kind and unit of a product stay while stock or orders count on them', async () => {
  const all = await boxes()
  const { shop, product, kilo, packing } = all
  const { program } = world()
  const change = (patch: object, id = product) => program.update(Product, id, patch)
  await refuses(change({ unit: kilo }), 'product.has-packing-units', 'unit')
  await program.remove(ProductUnit, packing)
  await refuses(change({ unit: kilo }), 'product.has-moved', 'unit')
  await refuses(change({ kind: 'service' }), 'product.has-moved', 'kind')
  await change({ name: 'Another name' })
  const { customer, warehouse, service } = shop
  const lines = [{ product: service, quantity: '1', unitPrice: '1', taxPercent: '5' }]
  const order = await shop.seller.create(Order, { customer, warehouse, lines })
  await change({ kind: 'goods' }, service)
  await change({ kind: 'service' }, service)
  await shop.seller.do(confirmOrder, order.id)
  const refusal = await refuses(change({ kind: 'goods' }, service), 'product.is-ordered', 'kind')
  expect(refusal.facts).toEqual({ order: order.number })
})
