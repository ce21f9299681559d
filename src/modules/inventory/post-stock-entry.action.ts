/** Books the goods of a stock entry in or out. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { issueStock, receiveStock, type Moved } from './movement.ts'
import { StockEntry } from './stock-entry.entity.ts'

export const postStockEntry = defineAction(StockEntry, {
  name: 'post',
  label: 'Post',
  from: 'draft',
  to: 'posted',
  allow: ['storekeeper', 'manager', 'buyer'],
  tone: 'primary',
  async run(ctx, entry) {
    if (entry.lines.length === 0) fail('stock-entry.no-lines', {}, { field: 'lines' })
    const { on, warehouse } = entry
    const source = { entity: 'stock-entry', record: entry.id }
    const lines = entry.lines.map(({ id, product, quantity, unitCost }) => ({
      line: id,
      product,
      quantity,
      unitCost,
    }))
    const moved =
      entry.kind === 'out'
        ? await issueStock(ctx, { on, warehouse, to: 'loss', source, lines })
        : await receiveStock(ctx, {
            on,
            warehouse,
            from: entry.kind === 'opening' ? 'opening' : 'supplier',
            source,
            lines,
          })
    const values = new Map(moved.map((move) => [move.line, move]))
    await ctx.save(StockEntry, entry.id, {
      lines: entry.lines.map((line) => ({ ...line, ...costOf(values.get(line.id)) })),
    })
    await ctx.emit('stock-entry.posted', { entry, moved })
  },
})

function costOf(move: Moved | undefined): { unitCost?: string; value?: string } {
  return move ? { unitCost: move.unitCost, value: move.value } : {}
}
