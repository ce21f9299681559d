/** Rows of a report in the order a person asked for, and the records behind one of them. */
import type { FieldMeta, Locale, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { compare, isDecimal } from '#kernel/money/decimal.ts'
import type { BehindFigure, Where } from '#kernel/query/where.ts'
import { isNothing, isZeroFigure, refTitle } from '#ui/field/display.ts'
import { textOf as plainText } from '#ui/field/value/field-facts.ts'
import { queryOf, type ReportParams } from './report-params.ts'

export interface ReportSort {
  column: string
  descending: boolean
}

type Row = Record<string, unknown>

function textOf(field: FieldMeta, row: Row, answer: ReportAnswer): string {
  const text = plainText(row[field.name])
  const isRef = field.kind === 'ref' || field.kind === 'person'
  return isRef && text !== '' ? refTitle(field, text, answer.refs) : text
}

/** Figures by their value, words as a dictionary has them, empty ones last. */
function order(left: string, right: string, locale: Locale): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1
  if (isDecimal(left) && isDecimal(right)) return compare(left, right)
  return left.localeCompare(right, locale)
}

export function sortedRows(
  answer: ReportAnswer,
  columns: readonly FieldMeta[],
  sort: ReportSort | null,
  locale: Locale,
): Row[] {
  const field = columns.find(({ name }) => name === sort?.column)
  if (!sort || !field) return answer.rows
  const sign = sort.descending ? -1 : 1
  return answer.rows.toSorted((a, b) => {
    const [left, right] = [textOf(field, a, answer), textOf(field, b, answer)]
    const isEmpty = left === '' || right === ''
    return order(left, right, locale) * (isEmpty ? 1 : sign)
  })
}

export interface Behind {
  entity: string
  where: Where
}

/**
 * The list of the records that a figure counts or sums up; null where nothing stands behind it.
 * @param row none = the total of all rows
 */
export function behind(
  report: ReportMeta,
  figure: string,
  value: unknown,
  row: Row | null,
  params: ReportParams,
): Behind | null {
  const known = report.behind[figure]
  if (!known || isNothing(value) || isZeroFigure(value)) return null
  const cut = row ? known.by.map((column) => [column, row[column] ?? null]) : []
  const asked = { report: report.name, figure, row: Object.fromEntries(cut) as BehindRow }
  return { entity: known.entity, where: { behind: { ...asked, params: queryOf(params) } } }
}

type BehindRow = NonNullable<BehindFigure['row']>
