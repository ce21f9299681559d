/** Shows what of a receipt is not allocated while its allocations are typed. */
import { isDecimal, minus, sum, type Decimal } from '#kernel/money/decimal.ts'
import { registerLineTotals, type Computed } from '#ui/form/line-totals.ts'

registerLineTotals('receipt', liveAllocation)

/** As the server computes it; what is not typed yet counts as nothing. */
export function liveAllocation(
  receipt: Readonly<Record<string, unknown>>,
  lines: readonly Readonly<Record<string, unknown>>[],
): Computed {
  const allocated = sum(lines.map((line) => typed(line['amount'])))
  return {
    lines: lines.map(() => ({})),
    parent: { unallocated: minus(typed(receipt['amount']), allocated) },
  }
}

function typed(value: unknown): Decimal {
  return isDecimal(value) ? value : '0'
}
