/** What a chart draws: the largest values by name, the rest gathered in one. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { compare, isDecimal, plus } from '#kernel/money/decimal.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { displayText, type Reader } from '#ui/field/display.ts'

export interface Point {
  name: string
  /** Exact; the chart alone turns it into a length. */
  value: string
  /** As people read it. */
  text: string
}

export type ChartKind = NonNullable<ReportMeta['chart']>['kind']

const most: Record<ChartKind, number> = { bar: 30, line: 400, pie: 8 }

function amountOf(value: unknown): string {
  const text = textOf(value)
  return isDecimal(text) ? text : '0'
}

export function pointsOf(
  answer: ReportAnswer,
  by: FieldMeta,
  value: FieldMeta,
  kind: ChartKind,
  reader: Reader,
): Point[] {
  const point = (name: string, amount: string): Point => ({
    name,
    value: amount,
    text: displayText(value, { [value.name]: amount }, {}, reader),
  })
  const points = answer.rows.map((row) => {
    return point(displayText(by, row, answer.refs, reader) || '—', amountOf(row[value.name]))
  })
  if (points.length <= most[kind] || kind === 'line') return points
  const ordered = points.toSorted((a, b) => compare(b.value, a.value))
  const shown = ordered.slice(0, most[kind] - 1)
  const rest = ordered.slice(most[kind] - 1).reduce((sum, one) => plus(sum, one.value), '0')
  return [...shown, point('…', rest)]
}
