/** What a chart draws: the largest values by name, the rest gathered in one. */
import type { ChartKind, FieldMeta, ReportAnswer } from '#kernel/http/wire.ts'
import { compare, isDecimal, plus } from '#kernel/money/decimal.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { displayText, type Reader } from '#ui/field/display.ts'

type Row = Record<string, unknown>

export interface Point {
  name: string
  /** Exact; the chart alone turns it into a length. */
  value: string
  /** As people read it. */
  text: string
  /** The row of the report; none where several are gathered, or nothing is told. */
  row?: Row
}

const most: Record<ChartKind, number> = {
  bar: 12,
  line: 400,
  pie: 8,
  funnel: 12,
  heat: 40,
  map: 1000,
}

export function amountOf(value: unknown): string {
  const text = textOf(value)
  return isDecimal(text) ? text : '0'
}

/**
 * @param adds whether values may be added up: of an average, or where one thing counts in several
 * rows, the rest is left out instead
 */
export function pointsOf(
  answer: ReportAnswer,
  by: FieldMeta,
  value: FieldMeta,
  kind: ChartKind,
  reader: Reader,
  adds = true,
): Point[] {
  const point = (name: string, amount: string, row: Row): Point => ({
    name,
    value: amount,
    text: displayText(value, { ...row, [value.name]: amount }, {}, reader),
    row,
  })
  const points = answer.rows.map((row) => {
    return point(displayText(by, row, answer.refs, reader) || '—', amountOf(row[value.name]), row)
  })
  if (points.length <= most[kind] || kind === 'line') return points
  const ordered = points.toSorted((a, b) => compare(b.value, a.value))
  // Bars are compared with each other, parts of a ring with the whole.
  if (!adds || kind !== 'pie') return ordered.slice(0, most[kind])
  const shown = ordered.slice(0, most[kind] - 1)
  const rest = ordered.slice(most[kind] - 1).reduce((sum, one) => plus(sum, one.value), '0')
  const { row: _row, ...gathered } = point('…', rest, points[0]?.row ?? {})
  return [...shown, gathered]
}
