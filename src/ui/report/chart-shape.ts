/** Which charts the columns of a report allow, and what the chosen one draws. */
import type { ChartKind, FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { isNegative, isZero } from '#kernel/money/decimal.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { currencyOf, isFigure, type Reader } from '#ui/field/display.ts'
import { placeOf } from '#ui/list/map/places.ts'
import { crossedSeries } from './chart-cross.ts'
import { amountOf, pointsOf, type Point } from './chart-points.ts'

/** What a person chose; all of it may be left open. */
export interface ChartWish {
  kind?: ChartKind | undefined
  figure?: string | undefined
  /** Of a column with amounts in several currencies only one is drawn at a time. */
  currency?: string | undefined
}

export interface Series {
  field: FieldMeta
  /** What stands over a column of a heat map. */
  name: string
  points: Point[]
}

/** What stands on the screen: one series, or several of the same measure beside each other. */
export interface Shape {
  kind: ChartKind
  kinds: ChartKind[]
  figures: FieldMeta[]
  currencies: string[]
  /** Of the amounts drawn; empty for other figures. */
  currency: string
  figure: FieldMeta
  isTime: boolean
  series: Series[]
  /** Of more rows only the largest are drawn. */
  isCut: boolean
  /** Several figures may be drawn beside each other. */
  compares: boolean
  /** One figure is told apart by two things. */
  isCrossed?: boolean
  /** Where the rows stand on a map. */
  place?: FieldMeta
}

function column(report: ReportMeta, name: string | undefined): FieldMeta | undefined {
  return report.columns.find((field) => field.name === name)
}

function isTimeColumn({ kind, name }: FieldMeta, { rows }: ReportAnswer): boolean {
  if (kind === 'date' || kind === 'instant') return true
  return rows.length > 0 && rows.every((row) => /^\d{4}(-\d{2}){1,2}$/.test(textOf(row[name])))
}

/** Amounts of one currency only: two currencies are never drawn on one scale, let alone added. */
function currenciesOf(figure: FieldMeta, { rows }: ReportAnswer, reader: Reader): string[] {
  if (figure.kind !== 'money') return []
  return [...new Set(rows.map((row) => currencyOf(figure, row, reader)))].toSorted()
}

/** Columns beside the figure that measure the same in the same currency. */
function seriesOf(report: ReportMeta, figure: FieldMeta): FieldMeta[] {
  const names = report.chart?.series ?? []
  const fields = names.flatMap((name) => column(report, name) ?? [])
  return fields.filter(({ kind, currency }) => {
    return kind === figure.kind && currency === figure.currency
  })
}

interface Facts {
  isTime: boolean
  isPlaced: boolean
  isStage: boolean
  /** The values are parts of a whole: they add up, and none is below nothing. */
  isParts: boolean
  isGrid: boolean
}

function allowedKinds({ isTime, isStage, isParts, isGrid, isPlaced }: Facts): ChartKind[] {
  const kinds: [ChartKind, boolean][] = [
    ['map', isPlaced],
    ['bar', true],
    ['line', isTime],
    ['pie', isParts && !isTime],
    ['funnel', isStage],
    ['heat', isGrid],
  ]
  return kinds.flatMap(([kind, isAllowed]) => (isAllowed ? kind : []))
}

/** Null where nothing is to be drawn. */
export function shapeOf(
  report: ReportMeta,
  answer: ReportAnswer,
  wish: ChartWish,
  reader: Reader,
): Shape | null {
  const by = column(report, report.chart?.by)
  const figures = report.columns.filter(isFigure)
  const wished = figures.find(({ name }) => name === wish.figure)
  const figure = wished ?? column(report, report.chart?.value)
  if (!report.chart || !by || !figure || answer.rows.length < 2) return null
  const currencies = currenciesOf(figure, answer, reader)
  const currency = currencies.find((one) => one === wish.currency) ?? currencies[0] ?? ''
  const isOfCurrency = (row: Record<string, unknown>) =>
    figure.kind !== 'money' || currencyOf(figure, row, reader) === currency
  const drawn = { ...answer, rows: answer.rows.filter(isOfCurrency) }
  const isTime = isTimeColumn(by, answer)
  const beside = seriesOf(report, figure)
  const adds = report.totals.includes(figure.name)
  const amounts = drawn.rows.map((row) => amountOf(row[figure.name]))
  const chosen = { figures, currencies, currency, figure, isTime }
  const across = column(report, report.chart.across)
  if (across) {
    const crossed = crossedSeries(drawn, { by, across, figure }, reader)
    const kinds: ChartKind[] = ['heat']
    return { ...chosen, ...crossed, kind: 'heat', kinds, compares: false, isCrossed: true }
  }
  const place = column(report, report.chart.place)
  const kinds = allowedKinds({
    isTime,
    isPlaced: place !== undefined && drawn.rows.some((row) => placeOf(row, place)),
    isStage: by.kind === 'choice' || by.kind === 'state',
    isParts: adds && !amounts.some(isNegative) && !amounts.every(isZero),
    isGrid: beside.length > 1,
  })
  const kind = kinds.find((one) => one === wish.kind) ?? usualKind(report, kinds)
  const fields = fieldsDrawn(kind, figure, beside, isTime, wished !== undefined)
  const series = fields.map((field) => {
    const points = pointsOf(drawn, by, field, fields.length > 1 ? 'line' : kind, reader, adds)
    const most = fields.length > 1 ? mostRows : points.length
    return { field, name: field.label, points: points.slice(0, most) }
  })
  const compares = isTime && beside.length > 1 && kind !== 'heat'
  const isCut = kind !== 'pie' && (series[0]?.points.length ?? 0) < drawn.rows.length
  return { ...chosen, kind, kinds, series, compares, isCut, ...(place ? { place } : {}) }
}

/** Rows of several figures are not gathered: the largest come first in the report anyway. */
const mostRows = 36

function usualKind(report: ReportMeta, kinds: ChartKind[]): ChartKind {
  return kinds.find((kind) => kind === report.chart?.kind) ?? kinds[0] ?? 'bar'
}

/** Over time several figures of one measure are compared, until a person asks for one of them. */
function fieldsDrawn(
  kind: ChartKind,
  figure: FieldMeta,
  beside: FieldMeta[],
  isTime: boolean,
  isChosen: boolean,
): FieldMeta[] {
  if (kind === 'heat') return beside
  const isCompared = isTime && !isChosen && beside.length > 1
  return isCompared && (kind === 'bar' || kind === 'line') ? beside : [figure]
}
