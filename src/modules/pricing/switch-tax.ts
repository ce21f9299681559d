/** Prices typed without tax become prices with tax, or the other way round. */
import type { Decimal } from '#kernel/money/decimal.ts'
import { unitPriceGross, unitPriceNet } from '#kernel/money/tax.ts'

interface Priced<L> {
  priceIncludesTax: boolean
  lines: readonly L[]
}

/** The same prices seen from the other side; switched back they are what was typed. */
export function switchedTax<L extends { unitPrice: Decimal; taxPercent: Decimal }>({
  priceIncludesTax,
  lines,
}: Priced<L>): { priceIncludesTax: boolean; lines: L[] } {
  const other = priceIncludesTax ? unitPriceNet : unitPriceGross
  return {
    priceIncludesTax: !priceIncludesTax,
    lines: lines.map((line) => ({ ...line, unitPrice: other(line.unitPrice, line.taxPercent) })),
  }
}
