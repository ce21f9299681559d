/** Sets goods aside for lines of a document, and lets them go again. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { compare, isZero, min, minus, plus, type Decimal } from '#kernel/money/decimal.ts'
import { lockGoods, lockLevels, writeLevels, type Level } from './levels.ts'
import { StockReservation } from './stock-level.entity.ts'
import { refuseMoreThan, type Source } from './stocked.ts'

export interface Wanted {
  warehouse: string
  source: Source
  lines: { product: string; unit?: string | null; quantity: Decimal; line: string }[]
}

/** All or nothing. @throws {Refusal} `stock.not-enough` naming the first product that lacks */
export async function reserveStock(ctx: Ctx, { warehouse, source, lines }: Wanted): Promise<void> {
  const { lines: goods, levels } = await lockGoods(ctx, warehouse, lines)
  if (goods.length === 0) return
  for (const { product, quantity } of goods) {
    const level = levels.get(product)
    if (!level) throw new Error(`Not locked: ${product}`)
    await refuseMoreThan(ctx, product, quantity, minus(level.onHand, level.reserved))
    level.reserved = plus(level.reserved, quantity)
  }
  writeLevels(ctx, warehouse, levels.values())
  addReservations(ctx, warehouse, source, goods)
}

function addReservations(
  ctx: Ctx,
  warehouse: string,
  source: Source,
  lines: Wanted['lines'],
): void {
  const rows = JSON.stringify(lines.map((line) => ({ id: ctx.newId(), ...line })))
  ctx.send(
    sql`insert into stock_reservation as s
        (tenant, id, product, warehouse, quantity, entity, record, line, created_at, updated_at)
      select ${ctx.tenant}::uuid, n.id, n.product, ${warehouse}::uuid, n.quantity,
        ${source.entity}, ${source.record}::uuid, n.line,
        ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb)
        as n(id uuid, product uuid, quantity numeric, line uuid)
      on conflict (tenant, line) do update
        set quantity = s.quantity + excluded.quantity, updated_at = excluded.updated_at`,
  )
}

interface Held {
  id: string
  product: string
  warehouse: string
  quantity: Decimal
  line: string
}

/** Lets go what a document still has set aside. */
export async function releaseStock(ctx: Ctx, source: Source): Promise<void> {
  const held = (await ctx.list(StockReservation, {
    entity: source.entity,
    record: source.record,
  })) as Held[]
  const byWarehouse = Map.groupBy(
    held.filter((one) => !isZero(one.quantity)),
    (one) => one.warehouse,
  )
  for (const warehouse of [...byWarehouse.keys()].sort()) {
    const own = byWarehouse.get(warehouse) ?? []
    const levels = await lockLevels(
      ctx,
      warehouse,
      own.map((one) => one.product),
    )
    const current = await lockReservations(
      ctx,
      own.map((one) => one.line),
    )
    for (const one of current) reduce(levels, one.product, one.quantity)
    writeLevels(ctx, warehouse, levels.values())
    writeReservations(
      ctx,
      current.map((one) => ({ ...one, quantity: '0' })),
    )
  }
}

/** Goods leave that were set aside for them: the reservation shrinks by as much. */
export async function consumeReservations(
  ctx: Ctx,
  lines: readonly { product: string; quantity: Decimal; reservation?: string }[],
  levels: Map<string, Level>,
): Promise<void> {
  const wanted = new Map<string, Decimal>()
  for (const { reservation, quantity } of lines) {
    if (reservation) wanted.set(reservation, plus(wanted.get(reservation) ?? '0', quantity))
  }
  if (wanted.size === 0) return
  const held = await lockReservations(ctx, [...wanted.keys()])
  const changed = held.map((one) => {
    const used = min(one.quantity, wanted.get(one.line) ?? '0')
    reduce(levels, one.product, used)
    return { ...one, quantity: minus(one.quantity, used) }
  })
  writeReservations(ctx, changed)
}

function reduce(levels: Map<string, Level>, product: string, quantity: Decimal): void {
  const level = levels.get(product)
  if (!level) throw new Error(`Not locked: ${product}`)
  if (compare(quantity, level.reserved) > 0)
    throw new Error(`Less reserved than released: ${product}`)
  level.reserved = minus(level.reserved, quantity)
}

/** After the levels, so that the order of locks is the same everywhere. */
function lockReservations(ctx: Ctx, lines: string[]): Promise<Held[]> {
  return ctx.sql<Held>(
    sql`select id, product, warehouse, quantity, line from stock_reservation
      where tenant = ${ctx.tenant} and line = any(${lines}::uuid[]) order by line for update`,
  )
}

/** What is used up goes, so that only what is held is ever looked through. */
function writeReservations(ctx: Ctx, rows: Held[]): void {
  const used = rows.filter((row) => isZero(row.quantity)).map((row) => row.id)
  const left = rows.filter((row) => !isZero(row.quantity))
  if (used.length > 0) {
    ctx.send(
      sql`delete from stock_reservation where tenant = ${ctx.tenant} and id = any(${used}::uuid[])`,
    )
  }
  if (left.length > 0) {
    const json = JSON.stringify(left.map(({ id, quantity }) => ({ id, quantity })))
    ctx.send(
      sql`update stock_reservation s
        set quantity = n.quantity, updated_at = ${ctx.now}, version = s.version + 1
        from jsonb_to_recordset(${json}::jsonb) as n(id uuid, quantity numeric)
        where s.tenant = ${ctx.tenant} and s.id = n.id`,
    )
  }
}

/** Brings what a level says is set aside to what its reservations say. */
export async function recountReserved(ctx: Ctx, warehouse: string, product: string): Promise<void> {
  const levels = await lockLevels(ctx, warehouse, [product])
  const [held] = await ctx.sql<{ quantity: Decimal }>(sql`
    select coalesce(sum(quantity), 0) as quantity from stock_reservation
    where tenant = ${ctx.tenant} and warehouse = ${warehouse}::uuid and product = ${product}::uuid`)
  const counted = [...levels.values()].map((level) => ({
    ...level,
    reserved: held?.quantity ?? level.reserved,
  }))
  writeLevels(ctx, warehouse, counted)
}
