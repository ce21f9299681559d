/** Books the goods of a stock entry in or out. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { dividedBy, round, times, type Decimal } from '#kernel/money/decimal.ts'
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
    const day = { on, field: 'on' }
    const source = { entity: 'stock-entry', record: entry.id }
    const lines = entry.lines.map((line) => {
      const { id, product, unit, quantity } = line
      return { line: id, product, unit, quantity, ...valueOf(entry, line) }
    })
    const moved =
      entry.kind === 'out'
        ? await issueStock(ctx, { ...day, warehouse, to: 'loss', source, lines })
        : await receiveStock(ctx, {
            ...day,
            warehouse,
            from: entry.kind === 'opening' ? 'opening' : 'supplier',
            source,
            lines,
          })
    const values = new Map(moved.map((move) => [move.line, move]))
    await ctx.save(StockEntry, entry.id, {
      lines: entry.lines.map((line) => ({ ...line, ...costOf(line, values.get(line.id)) })),
    })
    await ctx.emit('stock-entry.posted', { entry, moved })
  },
})

type Line = StockEntry['lines'][number]

/** The cost entered is of the unit that the line is counted in. What goes out has its own value. */
function valueOf({ kind }: StockEntry, { quantity, unitCost }: Line): { value?: Decimal } {
  if (kind === 'out' || unitCost === null) return {}
  return { value: round(times(quantity, unitCost), 6) }
}

function costOf(line: Line, move: Moved | undefined): Pick<Line, 'unitCost' | 'value'> {
  if (!move) return line
  const { value } = move
  return { unitCost: dividedBy(value, line.quantity, 6), value }
}
