/** Levels, reservations and moving average stay true when many hands reach for the last piece. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ctx } from '#kernel/action/ctx.ts'
import { Refusal } from '#kernel/base/fail.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { negate, plus, sum } from '#kernel/money/decimal.ts'
import { modules } from '#modules/index.ts'
import { Product } from '#modules/products/index.ts'
import { Warehouse } from '#modules/warehouses/index.ts'
import { checkStock } from './check-stock.ts'
import {
  issueStock,
  postStockEntry,
  receiveStock,
  releaseStock,
  reserveStock,
  reverseStockEntry,
  StockEntry,
  StockLevel,
  StockValue,
} from './index.ts'

const world = useWorld(modules)
let count = 0

async function shop() {
  const { program } = world()
  count += 1
  const warehouse = await program.create(Warehouse, {
    code: `W${count}`,
    name: `Warehouse ${count}`,
  })
  const product = await program.create(Product, { code: `P${count}`, name: `Desk lamp ${count}` })
  return { warehouse: warehouse.id, product: product.id }
}

const source = (ctx: Ctx) => ({ entity: 'stock-entry', record: ctx.newId() })
const levelOf = async (product: string) =>
  (await world().program.list(StockLevel, { where: { product } }))[0]

test('goods come in at their cost and leave at the average', async () => {
  const { warehouse, product } = await shop()
  await world().within(async (ctx) => {
    const came = (quantity: string, unitCost: string) =>
      receiveStock(ctx, {
        on: ctx.today,
        warehouse,
        from: 'supplier',
        source: source(ctx),
        lines: [{ product, quantity, unitCost }],
      })
    await came('10', '4')
    await came('10', '6')
    const [left] = await issueStock(ctx, {
      on: ctx.today,
      warehouse,
      to: 'customer',
      source: source(ctx),
      lines: [{ product, quantity: '3' }],
    })
    expect(left).toMatchObject({ unitCost: '5', value: '15' })
  })
  expect(await levelOf(product)).toMatchObject({ onHand: '17', reserved: '0', available: '17' })
  const [worth] = await world().program.list(StockValue, { where: { product } })
  expect(worth).toMatchObject({ quantity: '17', value: '85', averageCost: '5' })
})

test('what is set aside cannot be taken by another, and comes free again', async () => {
  const { warehouse, product } = await shop()
  const order = { entity: 'order', record: '' }
  await world().within(async (ctx) => {
    order.record = ctx.newId()
    await receiveStock(ctx, {
      on: ctx.today,
      warehouse,
      from: 'opening',
      source: source(ctx),
      lines: [{ product, quantity: '5', unitCost: '1' }],
    })
    await reserveStock(ctx, {
      warehouse,
      source: order,
      lines: [{ product, quantity: '4', line: ctx.newId() }],
    })
  })
  const taking = world().within((ctx) =>
    issueStock(ctx, {
      on: ctx.today,
      warehouse,
      to: 'customer',
      source: source(ctx),
      lines: [{ product, quantity: '2' }],
    }),
  )
  await expect(taking).rejects.toMatchObject({
    rule: 'stock.not-enough',
    facts: { wanted: '2', available: '1' },
  })
  await world().within((ctx) => releaseStock(ctx, order))
  expect(await levelOf(product)).toMatchObject({ onHand: '5', reserved: '0', available: '5' })
})

test('a stock entry is posted once and can be taken back', async () => {
  const { warehouse, product } = await shop()
  const keeper = await world().as('storekeeper')
  const entry = await world().program.create(StockEntry, {
    kind: 'opening',
    warehouse,
    lines: [{ product, quantity: '8', unitCost: '2.5' }],
  })
  await keeper.do(postStockEntry, entry.id)
  await expect(keeper.do(postStockEntry, entry.id)).rejects.toMatchObject({
    rule: 'action.wrong-state',
  })
  expect(await levelOf(product)).toMatchObject({ onHand: '8' })
  await expect(keeper.do(reverseStockEntry, entry.id)).rejects.toMatchObject({
    rule: 'action.reason-needed',
  })
  await keeper.do(reverseStockEntry, entry.id, {}, { reason: 'Counted twice' })
  expect(await levelOf(product)).toMatchObject({ onHand: '0' })
})

test('of fifty pieces, two hundred hands get exactly fifty', async () => {
  const { warehouse, product } = await shop()
  await world().within((ctx) =>
    receiveStock(ctx, {
      on: ctx.today,
      warehouse,
      from: 'opening',
      source: source(ctx),
      lines: [{ product, quantity: '50', unitCost: '1' }],
    }),
  )
  const hands = Array.from({ length: 200 }, () =>
    world().within((ctx) =>
      reserveStock(ctx, {
        warehouse,
        source: source(ctx),
        lines: [{ product, quantity: '1', line: ctx.newId() }],
      }),
    ),
  )
  const ends = await Promise.allSettled(hands)
  const refused = ends
    .filter((end) => end.status === 'rejected')
    .map((end) => end.reason as unknown)
  expect(ends.length - refused.length).toBe(50)
  expect(
    refused.every((reason) => reason instanceof Refusal && reason.rule === 'stock.not-enough'),
  ).toBe(true)
  expect(await levelOf(product)).toMatchObject({ onHand: '50', reserved: '50', available: '0' })
})

test('whatever comes and goes, levels and values equal the book', async () => {
  const step = fc.record({
    out: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 9000 }),
    cost: fc.integer({ min: 0, max: 99_999 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { warehouse, product } = await shop()
      const values: string[] = []
      for (const { out, quantity, cost } of steps) {
        const amount = { product, quantity: decimal(quantity, 3), unitCost: decimal(cost, 4) }
        const moving = world().within((ctx) =>
          out
            ? issueStock(ctx, {
                on: ctx.today,
                warehouse,
                to: 'loss',
                source: source(ctx),
                lines: [amount],
              })
            : receiveStock(ctx, {
                on: ctx.today,
                warehouse,
                from: 'supplier',
                source: source(ctx),
                lines: [amount],
              }),
        )
        const moved = await moving.catch((error: unknown) => {
          if (error instanceof Refusal && error.rule === 'stock.not-enough') return []
          throw error
        })
        values.push(...moved.map((move) => (out ? negate(move.value) : move.value)))
      }
      expect(await world().within((ctx) => ctx.sql(checkStock(ctx)))).toEqual([])
      const [worth] = await world().program.list(StockValue, { where: { product } })
      if (worth) expect(plus(worth.value, '0')).toBe(sum(values.map((value) => plus(value, '0'))))
    }),
    { numRuns: 15 },
  )
})

function decimal(whole: number, places: number): string {
  const text = String(whole).padStart(places + 1, '0')
  return `${text.slice(0, -places)}.${text.slice(-places)}`
}
