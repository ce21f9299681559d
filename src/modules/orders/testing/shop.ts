/** A stocked shop for tests: a warehouse, goods with a cost, a customer, and orders of them. */
import type { Actor, World } from '#kernel/testing/world.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { Customer } from '#modules/customers/index.ts'
import { receiveStock } from '#modules/inventory/index.ts'
import { postStock } from '#modules/ledger/index.ts'
import { Product } from '#modules/products/index.ts'
import { Warehouse } from '#modules/warehouses/index.ts'
import { Order } from '../order.entity.ts'

export interface Shop {
  warehouse: string
  /** Ids, in the order of the goods asked for. */
  goods: string[]
  service: string
  customer: string
  seller: Actor
  keeper: Actor
}

export interface Stocked {
  onHand: string
  unitCost: string
  price?: string
}

let count = 0

/** Each call makes goods and a customer of its own. */
export async function openShop(
  world: World,
  stock: readonly Stocked[],
  terms: Draft<typeof Customer> = {},
): Promise<Shop> {
  count += 1
  const { program } = world
  const warehouse = await program.create(Warehouse, { code: `S${count}`, name: `Shop ${count}` })
  const seller = await world.as('sales')
  const goods: string[] = []
  for (const [index, { price = '100' }] of stock.entries()) {
    const name = `Desk lamp ${count}-${index}`
    goods.push((await program.create(Product, { code: `G${count}-${index}`, name, price })).id)
  }
  const service = await program.create(Product, {
    code: `V${count}`,
    name: `Assembly ${count}`,
    kind: 'service',
    price: '50',
  })
  const customer = await seller.create(Customer, { name: `Ming Yang ${count}` })
  await program.update(Customer, customer.id, terms)
  await fill(world, warehouse.id, goods, stock)
  const keeper = await world.as('storekeeper')
  const shop = { warehouse: warehouse.id, goods, service: service.id, customer: customer.id }
  return { ...shop, seller, keeper }
}

/** Opening stock, in the stock book and in the money book. */
function fill(
  world: World,
  warehouse: string,
  goods: readonly string[],
  stock: readonly Stocked[],
): Promise<unknown> {
  return world.within(async (ctx) => {
    const source = { entity: 'stock-entry', record: ctx.newId() }
    const lines = stock.map(({ onHand, unitCost }, index) => ({
      product: goods[index] ?? '',
      quantity: onHand,
      unitCost,
    }))
    const on = ctx.today
    const moved = await receiveStock(ctx, { on, warehouse, from: 'opening', source, lines })
    await postStock(ctx, { on, why: 'Opening stock', source, moved, other: 'stock-opening' })
  })
}

/** A draft order of the shop's goods: quantities in the order of the goods. */
export function draftOrder(
  shop: Shop,
  quantities: readonly string[],
  more: Draft<typeof Order> = {},
): Promise<Order> {
  const lines = quantities.map((quantity, index) => ({
    product: shop.goods[index] ?? shop.service,
    quantity,
    unitPrice: '100',
    taxPercent: '5',
  }))
  const { customer, warehouse } = shop
  return shop.seller.create(Order, { customer, warehouse, lines, ...more })
}
