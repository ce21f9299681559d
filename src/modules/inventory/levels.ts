/** Levels and values of products, locked in one order so that documents never wait in a circle. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Decimal } from '#kernel/money/decimal.ts'
import { stocked, type Stockable } from './stocked.ts'

export interface Level {
  product: string
  onHand: Decimal
  reserved: Decimal
}

export interface Worth {
  product: string
  quantity: Decimal
  value: Decimal
}

interface NewRow {
  id: string
  product: string
}

/** The lines that move stock, with what lies there of their products, locked. */
export interface Goods<L> {
  lines: L[]
  levels: Map<string, Level>
}

/** Asks at once which lines are of goods and locks their levels; missing ones begin at zero. */
export async function lockGoods<L extends Stockable>(
  ctx: Ctx,
  warehouse: string,
  given: readonly L[],
): Promise<Goods<L>> {
  const ids = idsOf(given)
  const [lines, locked] = await Promise.all([stocked(ctx, given), readLevels(ctx, warehouse, ids)])
  const levels = byProduct(locked)
  const missing = idsOf(lines).filter((product) => !levels.has(product))
  if (missing.length === 0) return { lines, levels }
  addLevels(ctx, warehouse, fresh(ctx, missing))
  return { lines, levels: byProduct(await readLevels(ctx, warehouse, ids)) }
}

/** Levels of the products in one warehouse, locked. */
export async function lockLevels(
  ctx: Ctx,
  warehouse: string,
  products: readonly string[],
): Promise<Map<string, Level>> {
  return byProduct(await readLevels(ctx, warehouse, [...new Set(products)].sort()))
}

function idsOf(lines: readonly Stockable[]): string[] {
  return [...new Set(lines.map((line) => line.product))].sort()
}

function readLevels(ctx: Ctx, warehouse: string, ids: string[]): Promise<Level[]> {
  return ctx.sql<Level>(
    sql`select product, on_hand as "onHand", reserved from stock_level
      where tenant = ${ctx.tenant} and warehouse = ${warehouse}::uuid
        and product = any(${ids}::uuid[])
      order by product for update`,
  )
}

function addLevels(ctx: Ctx, warehouse: string, rows: NewRow[]): void {
  ctx.send(
    sql`insert into stock_level
        (tenant, id, product, warehouse, on_hand, reserved, available, created_at, updated_at)
      select ${ctx.tenant}::uuid, n.id, n.product, ${warehouse}::uuid, 0, 0, 0,
        ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, product uuid)
      order by n.product
      on conflict (tenant, product, warehouse) do nothing`,
  )
}

/** What the company's stock of the products is worth, locked; missing ones begin at zero. */
export async function lockWorth(
  ctx: Ctx,
  products: readonly string[],
): Promise<Map<string, Worth>> {
  const ids = [...new Set(products)].sort()
  const locked = await readWorth(ctx, ids)
  if (locked.length < ids.length) {
    addWorth(ctx, fresh(ctx, ids))
    return byProduct(await readWorth(ctx, ids))
  }
  return byProduct(locked)
}

function readWorth(ctx: Ctx, ids: string[]): Promise<Worth[]> {
  return ctx.sql<Worth>(
    sql`select product, quantity, value from stock_value
      where tenant = ${ctx.tenant} and product = any(${ids}::uuid[])
      order by product for update`,
  )
}

function addWorth(ctx: Ctx, rows: NewRow[]): void {
  ctx.send(
    sql`insert into stock_value
        (tenant, id, product, quantity, value, average_cost, created_at, updated_at)
      select ${ctx.tenant}::uuid, n.id, n.product, 0, 0, 0,
        ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, product uuid)
      order by n.product
      on conflict (tenant, product) do nothing`,
  )
}

function fresh(ctx: Ctx, ids: string[]): NewRow[] {
  return ids.map((product) => ({ id: ctx.newId(), product }))
}

function byProduct<T extends { product: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.product, row]))
}

/** Writes levels back; `available` is always the rest. */
export function writeLevels(ctx: Ctx, warehouse: string, levels: Iterable<Level>): void {
  const rows = [...levels]
  const column = (name: keyof Level) => rows.map((row) => row[name])
  // Arrays, since the planner takes them for few rows and goes by the index.
  ctx.send(
    sql`update stock_level s
      set on_hand = n.on_hand, reserved = n.reserved, available = n.on_hand - n.reserved,
        updated_at = ${ctx.now}, version = s.version + 1
      from unnest(${column('product')}::uuid[], ${column('onHand')}::numeric[],
        ${column('reserved')}::numeric[]) as n(product, on_hand, reserved)
      where s.tenant = ${ctx.tenant} and s.warehouse = ${warehouse}::uuid
        and s.product = n.product`,
  )
}

type Valued = Worth & { averageCost: Decimal }

export function writeWorth(ctx: Ctx, worths: Iterable<Valued>): void {
  const rows = [...worths]
  const column = (name: keyof Valued) => rows.map((row) => row[name])
  ctx.send(
    sql`update stock_value s
      set quantity = n.quantity, value = n.value, average_cost = n.average_cost,
        updated_at = ${ctx.now}, version = s.version + 1
      from unnest(${column('product')}::uuid[], ${column('quantity')}::numeric[],
        ${column('value')}::numeric[], ${column('averageCost')}::numeric[])
        as n(product, quantity, value, average_cost)
      where s.tenant = ${ctx.tenant} and s.product = n.product`,
  )
}
