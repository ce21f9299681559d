/** Takes a posted stock entry back: the goods go as they came, at the value they came with. */
import { defineAction } from '#kernel/action/action.ts'
import { issueStock, receiveStock } from './movement.ts'
import { StockEntry } from './stock-entry.entity.ts'

export const reverseStockEntry = defineAction(StockEntry, {
  name: 'reverse',
  label: 'Reverse',
  from: 'posted',
  to: 'reversed',
  allow: ['storekeeper', 'manager', 'buyer'],
  reason: true,
  tone: 'danger',
  confirm: 'The goods move back. The entry keeps its number.',
  async run(ctx, entry) {
    const { warehouse } = entry
    const source = { entity: 'stock-entry', record: entry.id }
    const lines = entry.lines.map(({ id, product, unit, quantity, value }) => ({
      line: id,
      product,
      unit,
      quantity,
      value: value ?? '0',
    }))
    const moved =
      entry.kind === 'out'
        ? await receiveStock(ctx, { on: ctx.today, warehouse, from: 'loss', source, lines })
        : await issueStock(ctx, {
            on: ctx.today,
            warehouse,
            to: entry.kind === 'opening' ? 'opening' : 'supplier',
            source,
            lines,
          })
    await ctx.emit('stock-entry.reversed', { entry, moved })
  },
})
