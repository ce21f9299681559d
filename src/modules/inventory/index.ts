/** Inventory: the stock book, what lies where, what is set aside, and what it is worth. */
import { sql } from '#kernel/db/sql.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import { checkQuantities } from '#modules/products/index.ts'
import type { Warehouse } from '#modules/warehouses/index.ts'
import { checkStock } from './check-stock.ts'
import { keepMoved, keepMovedUnit } from './keep-product.ts'
import { mergeStock, unmergeStock } from './merge-stock.ts'
import { postStockEntry } from './post-stock-entry.action.ts'
import { reverseStockEntry } from './reverse-stock-entry.action.ts'
import { StockEntry } from './stock-entry.entity.ts'
import { StockLevel, StockReservation, StockValue } from './stock-level.entity.ts'
import { StockMove } from './stock-move.entity.ts'
import { StockPlace } from './stock-place.entity.ts'

export { issueStock, receiveStock, type Moved } from './movement.ts'
export type { StockMerged } from './merge-stock.ts'
export { postStockEntry } from './post-stock-entry.action.ts'
export { releaseStock, reserveStock } from './reservation.ts'
export { reverseStockEntry } from './reverse-stock-entry.action.ts'
export { StockEntry } from './stock-entry.entity.ts'
export { StockLevel, StockReservation, StockValue } from './stock-level.entity.ts'
export { StockMove } from './stock-move.entity.ts'
export { StockPlace } from './stock-place.entity.ts'

/** What can still be promised of a product in a warehouse. */
export async function availableStock(
  ctx: Ctx,
  product: string,
  warehouse: string,
): Promise<string> {
  const [row] = await ctx.sql<{ available: string }>(
    sql`select available from stock_level
      where tenant = ${ctx.tenant} and product = ${product}::uuid
        and warehouse = ${warehouse}::uuid`,
  )
  return row?.available ?? '0'
}

export default defineModule({
  name: 'inventory',
  label: 'Inventory',
  needs: ['books', 'products', 'warehouses'],
  capabilities: [7, 8, 220],
  entities: [StockPlace, StockMove, StockLevel, StockValue, StockReservation, StockEntry],
  actions: [postStockEntry, reverseStockEntry],
  menu: [
    { group: 'Goods', open: 'stock-level' },
    { group: 'Goods', open: 'stock-entry' },
    { group: 'Goods', open: 'stock-move' },
    { group: 'Goods', open: 'stock-value' },
  ],
  on: {
    'warehouse.create': async (ctx, { row }) => {
      const { id, name } = row as Warehouse
      await ctx.create(StockPlace, { kind: 'warehouse', name, warehouse: id })
    },
    'stock-entry.create': checkQuantities,
    'stock-entry.update': checkQuantities,
    'product.update': keepMoved,
    'product-unit.update': keepMovedUnit,
    'product.merge': mergeStock,
    'product.unmerge': unmergeStock,
  },
  checks: { Stock: checkStock },
  messages: {
    'check.on-hand': 'On hand of {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.reserved': 'Set aside of {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.stock-quantity':
      'Quantity of {name} in all warehouses: {kept} is kept, {rebuilt} is in the book.',
    'check.stock-value': 'Stock value of {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.booked-value':
      'Stock value of {name} in the money book: {kept} is kept, {rebuilt} is in the book.',
    'product.has-moved': 'This product stands in the stock book; this stays as it is.',
    'product-unit.has-moved': 'Stock was counted in this unit; it stays as it is.',
    'stock.not-enough': 'There is not enough of {product}: {wanted} wanted, {available} available.',
    'stock.no-cost':
      'There is no {product} in stock to take the cost from. A buyer or a manager must enter it.',
    'stock.value-left':
      'Some {product} left at the average meanwhile; what is left is worth less than this.',
    'stock.moved-since-merge': 'Goods of {product} have moved since; the merge cannot be undone.',
    'stock-entry.no-lines': 'The entry has no lines. Add at least one.',
  },
})
