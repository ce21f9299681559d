/** The stock account of the money book is worth what the stock book says, to the cent. */
import type { Difference } from '#kernel/module.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/base/fail.ts'
import { equals, min, minus, round, sum } from '#kernel/money/decimal.ts'
import { useWorld } from '#kernel/testing/world.ts'
import {
  postStockEntry,
  reverseStockEntry,
  StockEntry,
  StockValue,
} from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { checkStockAccount, post, trialBalance } from '#modules/ledger/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { GoodsReturn, receiveReturn, takeBack } from './index.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id

async function stockAccount(): Promise<string> {
  const rows = await world().program.report(trialBalance, { until: '2026-12-31' })
  return String(rows.find((row) => row['code'] === '1201')?.['balance'] ?? '0')
}

async function shipPart(shop: Shop, order: string, wanted: string): Promise<string | null> {
  if ((await shop.keeper.see(Order, order)).status !== 'confirmed') return null
  const id = idOf(await shop.keeper.do(shipOrder, order))
  const { lines } = await shop.keeper.see(Shipment, id)
  const part = lines.map((line) => ({ ...line, quantity: min(wanted, line.quantity) }))
  await shop.keeper.update(Shipment, id, { lines: part })
  await shop.keeper.do(sendShipment, id)
  return id
}

test('three pieces shipped one by one leave nothing on the stock account', async () => {
  const shop = await openShop(world(), [{ onHand: '3', unitCost: '0.335' }])
  const before = minus(await stockAccount(), '1.01')
  const order = await draftOrder(shop, ['3'])
  await shop.seller.do(confirmOrder, order.id)
  for (let piece = 1; piece <= 3; piece += 1) {
    await shipPart(shop, order.id, '1')
    expect(await checkBooks(world())).toEqual([])
  }
  expect(minus(await stockAccount(), before)).toBe('0')
})

test('a cent on the stock account that the stock book does not know is named', async () => {
  await openShop(world(), [{ onHand: '1', unitCost: '1' }])
  await world().within(async (ctx) => {
    const source = { entity: 'stock-entry', record: ctx.newId() }
    const lines = [
      { account: 'stock', debit: '0.01' },
      { account: 'charges', credit: '0.01' },
    ]
    await post(ctx, { on: ctx.today, why: 'By hand', source, lines })
    const found = await ctx.sql<Difference>(checkStockAccount(ctx))
    expect(found).toHaveLength(2)
    const document = { rule: 'check.stock-of-document', kept: '0.01', rebuilt: '0' }
    expect(found[0]).toMatchObject(document)
    expect(found[0]?.name).toMatch(/^stock-entry JE-/u)
    expect(found[1]?.rule).toBe('check.stock-account')
    await post(ctx, { on: ctx.today, why: 'Back', source, lines: lines.toReversed().map(swapped) })
    expect(await ctx.sql(checkStockAccount(ctx))).toEqual([])
  })
})

function swapped({ account, debit, credit }: { account: string; debit?: string; credit?: string }) {
  return debit ? { account, credit: debit } : { account, debit: credit ?? '0' }
}

const step = fc.record({
  what: fc.constantFrom('in', 'opening', 'out', 'undo', 'ship', 'back'),
  quantity: fc.integer({ min: 1, max: 5000 }).map((units) => thousandths(units)),
  cost: fc.integer({ min: 0, max: 9999 }).map((units) => thousandths(units)),
})

function thousandths(units: number): string {
  return `${Math.floor(units / 1000)}.${String(units % 1000).padStart(3, '0')}`
}

test('whatever is entered, shipped, returned and reversed, both books say the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const shop = await openShop(world(), [{ onHand: '9', unitCost: '0.335' }])
      const order = await draftOrder(shop, ['6'])
      await shop.seller.do(confirmOrder, order.id)
      const done = { entries: [] as string[], sent: [] as string[] }
      for (const one of steps) await orRefused(take(shop, order.id, done, one))
      expect(await checkBooks(world())).toEqual([])
      const worths = await world().program.list(StockValue)
      const worth = sum(worths.map(({ value }) => round(value, 2)))
      expect(equals(await stockAccount(), worth)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

interface Step {
  what: 'in' | 'opening' | 'out' | 'undo' | 'ship' | 'back'
  quantity: string
  cost: string
}

async function take(
  shop: Shop,
  order: string,
  done: { entries: string[]; sent: string[] },
  { what, quantity, cost }: Step,
): Promise<void> {
  const { program } = world()
  if (what === 'ship') {
    const id = await shipPart(shop, order, quantity)
    if (id) done.sent.push(id)
  } else if (what === 'back') {
    if (done.sent[0]) await someBack(shop, done.sent[0], quantity)
  } else if (what === 'undo') {
    const id = done.entries.shift()
    if (id) await program.do(reverseStockEntry, id, {}, { reason: 'Typed wrongly' })
  } else {
    const lines = [{ product: shop.goods[0] ?? '', quantity, unitCost: cost }]
    const draft = { kind: what, warehouse: shop.warehouse, lines }
    const { id } = await program.create(StockEntry, draft)
    await program.do(postStockEntry, id)
    done.entries.push(id)
  }
}

async function someBack(shop: Shop, shipment: string, wanted: string): Promise<void> {
  const id = idOf(await shop.keeper.do(takeBack, shipment))
  const { lines } = await shop.keeper.see(GoodsReturn, id)
  const part = lines.map((line) => ({ ...line, quantity: min(wanted, line.quantity) }))
  await shop.keeper.update(GoodsReturn, id, { lines: part })
  await shop.keeper.do(receiveReturn, id)
}

/** What the stock does not allow is refused by name, and leaves the books as they were. */
async function orRefused(doing: Promise<void>): Promise<void> {
  await doing.catch((error: unknown) => {
    const rules = ['stock.not-enough', 'stock.value-left', 'return.nothing-left']
    if (!(error instanceof Refusal && rules.includes(error.rule))) throw error
  })
}
