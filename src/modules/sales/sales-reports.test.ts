/** Sales figures count what is confirmed, in base currency, and show each person their own. */
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { confirmOrder, openOrders } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { Product, ProductCategory } from '#modules/products/index.ts'
import {
  ordersByWeekday,
  salesByCategory,
  salesByCustomer,
  salesByMonth,
  salesByPlace,
  salesByProduct,
  salesBySalesperson,
} from './index.ts'

const world = useWorld(modules)

async function soldTwice() {
  const shop = await openShop(world(), [{ onHand: '99', unitCost: '1' }])
  const abroad = { currency: 'USD', rate: '31.337', orderedOn: '2026-10-01', freight: '1.5' }
  const home = await draftOrder(shop, ['2', '1'])
  const away = await draftOrder(shop, ['3'], abroad)
  for (const order of [home, away]) await shop.seller.do(confirmOrder, order.id)
  await draftOrder(shop, ['50'])
  return { shop, home, away }
}

test('by customer, product, category and salesperson, drafts left out', async () => {
  const { shop } = await soldTwice()
  const category = await world().program.create(ProductCategory, { name: 'Lamps' })
  const [product = ''] = shop.goods
  await world().program.update(Product, product, { category: category.id })
  const only = (rows: Record<string, unknown>[], key: string, value: unknown) =>
    rows.filter((row) => row[key] === value)
  const manager = await world().as('manager')
  const customers = await manager.report(salesByCustomer)
  expect(only(customers, 'customer', shop.customer)).toEqual([
    { customer: shop.customer, orders: 2, revenue: '9748.11', average: '4874.06' },
  ])
  const products = await manager.report(salesByProduct, { category: category.id })
  expect(products).toEqual([
    { product, category: category.id, quantity: '5', orders: 2, revenue: '9601.10' },
  ])
  const services = only(await manager.report(salesByProduct), 'product', shop.service)
  expect(services).toMatchObject([{ quantity: '1', revenue: '100.00' }])
  const categories = await manager.report(salesByCategory, { from: '2026-11-01' })
  expect(only(categories, 'category', category.id)).toMatchObject([
    { products: 1, orders: 1, revenue: '200.00' },
  ])
  const sellers = await manager.report(salesBySalesperson, { until: '2026-10-31' })
  expect(sellers).toEqual([
    {
      salesperson: shop.seller.caller.person.id,
      orders: 1,
      customers: 1,
      goods: '9401.10',
      revenue: '9448.11',
    },
  ])
})

test('what is not delivered yet, and only to those who see the order', async () => {
  const { shop, home } = await soldTwice()
  const rows = await shop.keeper.report(openOrders, { customer: shop.customer })
  expect(rows).toHaveLength(2)
  expect(rows.find((row) => row.order === home.id)).toMatchObject({
    product: shop.goods[0],
    quantity: '2',
    shippedQuantity: '0',
    openQuantity: '2',
  })
  const colleague = await world().as('sales', 'Another seller')
  expect(await colleague.report(openOrders)).toEqual([])
  expect(await colleague.report(salesByCustomer)).toEqual([])
  const mine = await shop.seller.report(salesByCustomer)
  expect(mine.map((row) => row.customer)).toContain(shop.customer)
})

test('by weekday and month, by salesperson and month, and by place', async () => {
  const shop = await openShop(world(), [{ onHand: '99', unitCost: '1' }])
  const days = ['2026-09-05', '2026-08-03', '2026-08-10']
  for (const orderedOn of days) {
    const order = await draftOrder(shop, ['2'], { orderedOn })
    await shop.seller.do(confirmOrder, order.id)
  }
  const address = { city: '臺北市', street: '忠孝東路 1 號', lat: 25.04, lng: 121.56 }
  await world().program.update(Customer, shop.customer, { address })
  const { seller } = shop
  const period = { until: '2026-09-30' }
  // 5 September 2026 was a Saturday, 3 and 10 August were Mondays.
  expect(await seller.report(ordersByWeekday, period)).toEqual([
    { month: '2026-09', weekday: '6', orders: 1, revenue: '200.00' },
    { month: '2026-08', weekday: '1', orders: 2, revenue: '400.00' },
  ])
  const salesperson = seller.caller.person.id
  expect(await seller.report(salesByMonth, period)).toEqual([
    { month: '2026-09', salesperson, orders: 1, goods: '200.00', revenue: '200.00' },
    { month: '2026-08', salesperson, orders: 2, goods: '400.00', revenue: '400.00' },
  ])
  const places = await seller.report(salesByPlace, { place: '臺北' })
  expect(places).toEqual([{ customer: shop.customer, address, orders: 3, revenue: '600.00' }])
  expect(await seller.report(salesByPlace, { place: '高雄' })).toEqual([])
})
