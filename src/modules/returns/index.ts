/** Returns: goods come back from customers, at the cost they left with. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import { checkLines } from '#modules/products/index.ts'
import { Shipment } from '#modules/shipping/index.ts'
import { cancelReturn } from './cancel-return.action.ts'
import { checkReturns } from './check-returns.ts'
import { creditReturn } from './credit-return.action.ts'
import { GoodsReturn } from './goods-return.entity.ts'
import { receiveReturn } from './receive-return.action.ts'
import { reverseReturn } from './reverse-return.action.ts'
import { takeBack } from './take-back.action.ts'

export { cancelReturn } from './cancel-return.action.ts'
export { creditReturn } from './credit-return.action.ts'
export { GoodsReturn, GoodsReturnLine } from './goods-return.entity.ts'
export { receiveReturn } from './receive-return.action.ts'
export { reverseReturn } from './reverse-return.action.ts'
export { takeBack } from './take-back.action.ts'

interface Changed {
  row: GoodsReturn
  before?: GoodsReturn
}

/** Counted as the shipment counts it. */
async function checkQuantities(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { row, before } = facts as unknown as Changed
  const sent = (await ctx.find(Shipment, row.shipment)).lines
  const units = new Map<string, string | null>(sent.map(({ id, unit }) => [id, unit]))
  const lines = row.lines.map((line) => ({ ...line, unit: units.get(line.shipmentLine) ?? null }))
  await checkLines(ctx, lines, before?.lines, 'agreed')
}

export default defineModule({
  name: 'returns',
  label: 'Returns',
  needs: [
    'customers',
    'products',
    'warehouses',
    'inventory',
    'ledger',
    'orders',
    'shipping',
    'invoices',
  ],
  capabilities: [28],
  entities: [GoodsReturn],
  actions: [takeBack, receiveReturn, creditReturn, reverseReturn, cancelReturn],
  menu: [{ group: 'Sales', open: 'goods-return' }],
  on: { 'goods-return.update': checkQuantities },
  checks: { Returns: checkReturns },
  messages: {
    'check.returned-quantity':
      'Quantity returned of shipment {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.returned-value':
      'Value returned of shipment {name}: {kept} is kept, {rebuilt} is in the book.',
    'return.no-lines': 'The return has no lines.',
    'return.nothing-left': 'All of this shipment came back already.',
    'return.wrong-line': 'This line does not belong to the shipment or names another product.',
    'return.more-than-sent': 'Only {left} of {product} can come back; {quantity} are too many.',
    'return.is-credited': 'Credit note {number} is for this return already.',
    'return.nothing-to-credit':
      'Nothing that came back is on an invoice: it was not invoiced, or it is credited already.',
    'return.credit-drafted': 'Credit note {number} is drafted for this return. Delete it first.',
    'return.credited': 'Credit note {number} takes back what came with this return. Void it first.',
  },
})
