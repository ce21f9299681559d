/** Products become one, or two again: goods move from the one to the other at their value. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { name, sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import type { Unmerged } from '#kernel/merge/unmerge.ts'
import type { Decimal } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'
import { issueStock, receiveStock, type Moved } from './movement.ts'
import { recountReserved } from './reservation.ts'

/** Told as 'stock.merged' when goods of a product that is merged, or no longer, have moved. */
export interface StockMerged {
  product: string
  name: string
  moved: Moved[]
}

interface Goods {
  warehouse: string
  quantity: Decimal
  /** Absent: at the present average. */
  value?: Decimal
}

/** All that lies of the product that goes is of the one that stays from now on. */
export async function mergeStock(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  const goods = await ctx.sql<Goods>(sql`
    select warehouse, on_hand as quantity from stock_level
    where tenant = ${ctx.tenant} and product = ${drop}::uuid and on_hand <> 0
    order by warehouse`)
  await turnInto(ctx, { from: drop, to: keep, merged: drop }, goods)
  for (const table of ['stock_level', 'stock_value']) forget(ctx, table, drop)
}

/** Nothing lies there any more, so nothing needs to say so. */
function forget(ctx: Ctx, table: string, product: string): void {
  ctx.send(
    sql`delete from ${name(table)} where tenant = ${ctx.tenant} and product = ${product}::uuid`,
  )
}

/**
 * The goods that came with the product go back at the value they came with.
 * @throws {Refusal} `stock.moved-since-merge`, `stock.not-enough` when they are promised
 */
export async function unmergeStock(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop, since } = facts as unknown as Unmerged
  const goods = await cameWith(ctx, keep, drop)
  if (goods.length > 0) await refuseMovedSince(ctx, [keep, drop], since)
  await turnInto(ctx, { from: keep, to: drop, merged: drop }, goods)
}

/** By the book: what came with the product and did not go back yet. */
function cameWith(ctx: Ctx, keep: string, drop: string): Promise<Goods[]> {
  return ctx.sql<Goods>(sql`
    select p.warehouse, sum(case when m.to_place = p.id then m.quantity else -m.quantity end)
        as quantity,
      sum(case when m.to_place = p.id then m.value else -m.value end) as value
    from stock_move m join stock_place p
      on p.tenant = m.tenant and p.id in (m.from_place, m.to_place)
    where m.tenant = ${ctx.tenant} and m.entity = 'product' and m.record = ${drop}::uuid
      and m.product = ${keep}::uuid and p.kind = 'warehouse'
    group by p.warehouse
    having sum(case when m.to_place = p.id then m.quantity else -m.quantity end) > 0
    order by p.warehouse`)
}

async function refuseMovedSince(ctx: Ctx, products: string[], since: string): Promise<void> {
  const [moved] = await ctx.sql<{ product: string }>(sql`
    select product from stock_move
    where tenant = ${ctx.tenant} and product = any(${products}::uuid[]) and id > ${since}::uuid
    limit 1`)
  if (!moved) return
  const product = await ctx.find(Product, moved.product, { deleted: true })
  fail('stock.moved-since-merge', { product: product.name }, { status: 409 })
}

interface Turn {
  from: string
  to: string
  /** The product that was merged: the moves' document. */
  merged: string
}

async function turnInto(ctx: Ctx, turn: Turn, goods: readonly Goods[]): Promise<void> {
  const moved: Moved[] = []
  for (const one of goods) moved.push(...(await turnThere(ctx, turn, one)))
  const { name: called } = await ctx.find(Product, turn.merged, { deleted: true })
  const facts: StockMerged = { product: turn.merged, name: called, moved }
  await ctx.emit('stock.merged', { ...facts })
}

/** Out as the one, in as the other. What is set aside followed its lines before. */
async function turnThere(
  ctx: Ctx,
  { from, to, merged }: Turn,
  { warehouse, ...goods }: Goods,
): Promise<Moved[]> {
  const move = { on: ctx.today, warehouse, source: { entity: 'product', record: merged } }
  await recountReserved(ctx, warehouse, from)
  const out = await issueStock(ctx, {
    ...move,
    to: 'transit',
    lines: [{ ...goods, product: from }],
  })
  const lines = out.map(({ quantity, value }) => ({ product: to, quantity, value }))
  const back = await receiveStock(ctx, { ...move, from: 'transit', lines })
  await recountReserved(ctx, warehouse, to)
  return [...out, ...back]
}
