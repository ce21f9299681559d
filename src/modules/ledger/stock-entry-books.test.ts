/** Stock entries in both books: goods leave a reversed entry at the value they came with. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { isZero, minus, plus } from '#kernel/money/decimal.ts'
import {
  postStockEntry,
  reverseStockEntry,
  StockEntry,
  StockValue,
} from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { Product } from '#modules/products/index.ts'
import { Warehouse } from '#modules/warehouses/index.ts'
import { Account, LedgerEntry } from './index.ts'

const world = useWorld(modules)
let count = 0

async function goods() {
  count += 1
  const { program } = world()
  const warehouse = await program.create(Warehouse, { code: `E${count}`, name: `Store ${count}` })
  const product = await program.create(Product, { code: `E${count}`, name: `Tea pot ${count}` })
  return { warehouse: warehouse.id, product: product.id }
}
type Goods = Awaited<ReturnType<typeof goods>>

/** Posted by a buyer, who sees costs. */
async function entered(
  { warehouse, product }: Goods,
  kind: StockEntry['kind'],
  quantity: string,
  unitCost: string | null = null,
): Promise<string> {
  const buyer = await world().as('buyer')
  const draft = { kind, warehouse, lines: [{ product, quantity, unitCost }] }
  const { id } = await buyer.create(StockEntry, draft)
  await buyer.do(postStockEntry, id)
  return id
}

async function reversed(entry: string) {
  const keeper = await world().as('storekeeper')
  return keeper.do(reverseStockEntry, entry, {}, { reason: 'Typed wrongly' })
}

async function worthOf({ product }: Goods) {
  const [worth] = await world().program.list(StockValue, { where: { product } })
  return { quantity: worth?.quantity, value: worth?.value }
}

/** Account role → what an entry's postings come to, debit positive. */
async function balances(entry: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const { program } = world()
  for (const { id } of await program.list(LedgerEntry, { where: { record: entry } })) {
    for (const line of (await program.see(LedgerEntry, id)).lines) {
      const { role } = await program.see(Account, line.account)
      const key = String(role)
      found[key] = plus(found[key] ?? '0', minus(line.debit, line.credit))
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([, amount]) => !isZero(amount)))
}

test('a wrong entry that is reversed leaves the rest at its own value', async () => {
  const lamp = await goods()
  await entered(lamp, 'in', '10', '4')
  const wrong = await entered(lamp, 'in', '10', '400')
  await reversed(wrong)
  expect(await worthOf(lamp)).toEqual({ quantity: '10', value: '40' })
  const of = (where: object) =>
    world().program.list(LedgerEntry, { where: { record: wrong, ...where } })
  const [original] = await of({ reverses: { empty: true } })
  expect(await of({ reverses: original?.id ?? '' })).toHaveLength(1)
  expect(await balances(wrong)).toEqual({})
  expect(await checkBooks(world())).toEqual([])
})

test('the last pieces leave with what is left; the rest is a stock difference', async () => {
  const lamp = await goods()
  await entered(lamp, 'in', '10', '4')
  const wrong = await entered(lamp, 'opening', '10', '400')
  await entered(lamp, 'out', '10')
  await reversed(wrong)
  expect(await worthOf(lamp)).toEqual({ quantity: '0', value: '0' })
  expect(await balances(wrong)).toEqual({ stock: '1980', 'inventory-difference': '-1980' })
  expect(await checkBooks(world())).toEqual([])
})

test('a value that partly left at the average cannot be taken back', async () => {
  const lamp = await goods()
  await entered(lamp, 'in', '20', '4')
  const wrong = await entered(lamp, 'in', '10', '400')
  await entered(lamp, 'out', '18')
  const refusal = await refuses(reversed(wrong), 'stock.value-left')
  expect(refusal.facts).toEqual({ product: expect.stringContaining('Tea pot') })
  await entered(lamp, 'out', '3')
  await refuses(reversed(wrong), 'stock.not-enough')
  expect(await checkBooks(world())).toEqual([])
})

test('an issue that is reversed comes back at the value it left with', async () => {
  const lamp = await goods()
  await entered(lamp, 'in', '3', '0.335')
  const out = await entered(lamp, 'out', '1')
  await entered(lamp, 'in', '1', '9')
  await reversed(out)
  expect(await worthOf(lamp)).toEqual({ quantity: '4', value: '10.005' })
  expect(await balances(out)).toEqual({})
  expect(await checkBooks(world())).toEqual([])
})

test('goods without a cost come in at the average, and not where there is none', async () => {
  const lamp = await goods()
  const { warehouse, product } = lamp
  const keeper = await world().as('storekeeper')
  const lines = [{ product, quantity: '2' }]
  const { id } = await keeper.create(StockEntry, { kind: 'in', warehouse, lines })
  await refuses(keeper.do(postStockEntry, id), 'stock.no-cost')
  await entered(lamp, 'in', '1', '0')
  expect(await worthOf(lamp)).toEqual({ quantity: '1', value: '0' })
  await entered(lamp, 'in', '1', '6')
  await keeper.do(postStockEntry, id)
  expect(await worthOf(lamp)).toEqual({ quantity: '4', value: '12' })
})
