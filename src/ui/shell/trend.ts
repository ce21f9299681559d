/** The course of a figure over the last twelve whole months, and how the last one changed it. */
import type { ReportAnswer, TrendMeta } from '#kernel/http/wire.ts'
import { abs, dividedBy, isZero, minus, plus, times, type Decimal } from '#kernel/money/decimal.ts'
import { addDays, addMonths, startOf, type DateText } from '#kernel/time/date.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { amountOf } from '#ui/report/chart-points.ts'

const count = 12

export interface Month {
  /** As 2026-11. */
  month: string
  value: Decimal
}

/** The month that runs is left out: it would look like a fall. */
export function trendParams({ from, until }: TrendMeta, today: DateText): Record<string, DateText> {
  const begins = startOf('month', today)
  return { [from]: addMonths(begins, -count), [until]: addDays(begins, -1) }
}

/** Each month with what its rows come to; a month of which nothing is told came to nothing. */
export function trendOf(
  { by, value }: TrendMeta,
  { rows }: ReportAnswer,
  today: DateText,
): Month[] {
  const sums = new Map<string, Decimal>()
  for (const row of rows) {
    const month = textOf(row[by])
    sums.set(month, plus(sums.get(month) ?? '0', amountOf(row[value])))
  }
  const begins = startOf('month', today)
  return Array.from({ length: count }, (_, at) => {
    const month = addMonths(begins, at - count).slice(0, 7)
    return { month, value: sums.get(month) ?? '0' }
  })
}

/** In percent, to one place; null where there was nothing to compare with. */
export function changeOf(months: readonly Month[]): Decimal | null {
  const [before, last] = months.slice(-2).map(({ value }) => value)
  if (before === undefined || last === undefined || isZero(before)) return null
  return dividedBy(times(minus(last, before), '100'), abs(before), 1)
}
