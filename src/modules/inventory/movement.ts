/** Writes movements into the book and keeps levels and values with them. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { roundMoney } from '#kernel/money/currency.ts'
import {
  dividedBy,
  isNegative,
  isZero,
  minus,
  plus,
  round,
  times,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { refuseClosed, type PostedOn } from '#modules/books/index.ts'
import { lockGoods, lockWorth, writeLevels, writeWorth, type Level, type Worth } from './levels.ts'
import { averageOf, mixIn, takeOut, type Mix } from './moving-average.ts'
import { placeOfWarehouse, placeOutside } from './places.ts'
import { consumeReservations } from './reservation.ts'
import { refuseFor, refuseMoreThan, type Source } from './stocked.ts'
import { StockMove } from './stock-move.entity.ts'
import type { Outside } from './stock-place.entity.ts'

export interface Moved {
  line: string | null
  product: string
  /** In the product's own unit. */
  quantity: Decimal
  unitCost: Decimal
  value: Decimal
  /** What the rounded worth of the product grew by (negative: shrank), for the money book. */
  booked: Decimal
}

export interface Receipt extends PostedOn {
  warehouse: string
  from: Outside
  source: Source
  lines: {
    product: string
    quantity: Decimal
    /** What the quantity is counted in; none = the product's own unit. */
    unit?: string | null
    /** Of the product's own unit. */
    unitCost?: Decimal | null
    value?: Decimal
    line?: string
  }[]
}

export interface Issue extends PostedOn {
  warehouse: string
  to: Outside
  source: Source
  lines: {
    product: string
    quantity: Decimal
    unit?: string | null
    /** Goes out at this instead of the average, e.g. when what came in is taken back. */
    value?: Decimal
    line?: string
    /** The line whose goods set aside leave. */
    reservation?: string
  }[]
}

/**
 * Goods come in. Without a cost they come in at the present average. Services are passed over.
 * @throws {Refusal} `stock.no-cost` when there is no cost and no stock to take it from,
 *   `books.period-closed`
 */
export async function receiveStock(ctx: Ctx, receipt: Receipt): Promise<Moved[]> {
  const [fromPlace, toPlace] = await Promise.all([
    placeOutside(ctx, receipt.from),
    placeOfWarehouse(ctx, receipt.warehouse),
    refuseClosed(ctx, receipt),
  ])
  const { lines, levels } = await lockGoods(ctx, receipt.warehouse, receipt.lines)
  if (lines.length === 0) return []
  const worths = await lockWorth(ctx, productsOf(lines))
  const moved: Moved[] = []
  for (const line of lines) moved.push(await takeIn(ctx, line, levels, worths))
  await book(ctx, moved, receipt, fromPlace, toPlace)
  keep(ctx, receipt.warehouse, levels, worths)
  return moved
}

async function takeIn(
  ctx: Ctx,
  line: Receipt['lines'][number],
  levels: Map<string, Level>,
  worths: Map<string, Worth>,
): Promise<Moved> {
  const { product, quantity } = line
  const [level, worth] = [at(levels, product), at(worths, product)]
  const unitCost = line.value
    ? dividedBy(line.value, quantity, 6)
    : (line.unitCost ?? (await averageFor(ctx, worth)))
  const value = line.value ?? round(times(quantity, unitCost), 6)
  level.onHand = plus(level.onHand, quantity)
  const booked = revalue(ctx, worth, mixIn(worth, quantity, value))
  return { line: line.line ?? null, product, quantity, unitCost, value, booked }
}

async function averageFor(ctx: Ctx, worth: Worth): Promise<Decimal> {
  if (isZero(worth.quantity)) await refuseFor(ctx, 'stock.no-cost', worth.product)
  return averageOf(worth)
}

/**
 * The money book knows whole minor units only. Each move takes the difference of the rounded worths
 * there, so that the stock account says at any time what the stock book says, rounded.
 */
function revalue(ctx: Ctx, worth: Worth, after: Mix): Decimal {
  const rounded = ({ value }: Mix) => roundMoney(value, ctx.currency)
  const booked = minus(rounded(after), rounded(worth))
  Object.assign(worth, after)
  return booked
}

/**
 * Goods go out at the average cost, or at the value given.
 * @throws {Refusal} `stock.not-enough`, `stock.value-left` naming the product,
 *   `books.period-closed`
 */
export async function issueStock(ctx: Ctx, issue: Issue): Promise<Moved[]> {
  const [fromPlace, toPlace] = await Promise.all([
    placeOfWarehouse(ctx, issue.warehouse),
    placeOutside(ctx, issue.to),
    refuseClosed(ctx, issue),
  ])
  const { lines, levels } = await lockGoods(ctx, issue.warehouse, issue.lines)
  if (lines.length === 0) return []
  const worths = await lockWorth(ctx, productsOf(lines))
  await consumeReservations(ctx, lines, levels)
  const moved: Moved[] = []
  for (const line of lines) moved.push(await takeAway(ctx, line, levels, worths))
  await book(ctx, moved, issue, fromPlace, toPlace)
  keep(ctx, issue.warehouse, levels, worths)
  return moved
}

async function takeAway(
  ctx: Ctx,
  line: Issue['lines'][number],
  levels: Map<string, Level>,
  worths: Map<string, Worth>,
): Promise<Moved> {
  const { product, quantity } = line
  const [level, worth] = [at(levels, product), at(worths, product)]
  await refuseMoreThan(ctx, product, quantity, minus(level.onHand, level.reserved))
  const { rest, value } = takeOut(worth, quantity, line.value)
  if (isNegative(rest.value)) await refuseFor(ctx, 'stock.value-left', product)
  level.onHand = minus(level.onHand, quantity)
  const booked = revalue(ctx, worth, rest)
  const unitCost = dividedBy(value, quantity, 6)
  return { line: line.line ?? null, product, quantity, unitCost, value, booked }
}

async function book(
  ctx: Ctx,
  moved: Moved[],
  { on, source }: Pick<Issue, 'on' | 'source'>,
  fromPlace: string,
  toPlace: string,
): Promise<void> {
  const { entity, record } = source
  await ctx.createMany(
    StockMove,
    moved.map((move) => ({ ...move, on, fromPlace, toPlace, entity, record })),
  )
}

function keep(
  ctx: Ctx,
  warehouse: string,
  levels: Map<string, Level>,
  worths: Map<string, Worth>,
): void {
  const valued = [...worths.values()].map((worth) => ({ ...worth, averageCost: averageOf(worth) }))
  writeLevels(ctx, warehouse, levels.values())
  writeWorth(ctx, valued)
}

function productsOf(lines: readonly { product: string }[]): string[] {
  return lines.map((line) => line.product)
}

function at<T>(map: Map<string, T>, product: string): T {
  const row = map.get(product)
  if (!row) throw new Error(`Not locked: ${product}`)
  return row
}
