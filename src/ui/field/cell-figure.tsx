/** Figures: whole numbers, quantities, percentages and money. */
import { Amount } from './amount.tsx'
import type { KindProps } from './cell.tsx'
import { currencyOf, displayText, isZeroFigure, type ShownField } from './display.ts'
import { useReader } from './use-reader.ts'

export function FigureCell({ field, row, refs, value }: KindProps) {
  const text = displayText(field, row, refs, useReader())
  return <span className={isZeroFigure(value) ? 'faint' : undefined}>{text}</span>
}

export function MoneyCell({ field, row, value }: KindProps) {
  const currency = currencyOf(field, row, useReader())
  const { decimals = 0 } = field as ShownField
  if (isZeroFigure(value)) return <span className="faint">0</span>
  return <Amount amount={String(value)} currency={currency} decimals={decimals} />
}
