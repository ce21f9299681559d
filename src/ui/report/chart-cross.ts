/** One figure told apart by two things, such as weekday and month: a row and a column for each. */
import type { FieldMeta, ReportAnswer } from '#kernel/http/wire.ts'
import { plus } from '#kernel/money/decimal.ts'
import { displayText, type Reader } from '#ui/field/display.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { amountOf, type Point } from './chart-points.ts'
import type { Series } from './chart-shape.ts'

type Row = Record<string, unknown>

interface Crossing {
  by: FieldMeta
  across: FieldMeta
  figure: FieldMeta
}

const mostRows = 36
const mostColumns = 24

/** Choices in their own order, months one after the other, anything else as the report has it. */
function valuesOf({ name, options }: FieldMeta, rows: readonly Row[]): string[] {
  const found = [...new Set(rows.map((row) => textOf(row[name])))]
  if (options) return options.map(({ value }) => value)
  return found.every((text) => /^\d{4}-/u.test(text)) ? found.toSorted() : found
}

/** Where the report is silent, there was nothing: the cell says so, and opens nothing. */
export function crossedSeries(answer: ReportAnswer, crossing: Crossing, reader: Reader) {
  const { by, across, figure } = crossing
  const rows = valuesOf(by, answer.rows)
  const nameOf = (field: FieldMeta, value: string) =>
    displayText(field, { [field.name]: value }, answer.refs, reader) || '—'
  const series = valuesOf(across, answer.rows)
    .slice(-mostColumns)
    .map((column): Series => {
      const told = answer.rows.filter((row) => textOf(row[across.name]) === column)
      const points = rows.slice(0, mostRows).map((value): Point => {
        const found = told.filter((row) => textOf(row[by.name]) === value)
        const amount = found.reduce((sum, row) => plus(sum, amountOf(row[figure.name])), '0')
        const text = displayText(figure, { ...found[0], [figure.name]: amount }, {}, reader)
        const [row, ...others] = found
        const isOne = row !== undefined && others.length === 0
        return { name: nameOf(by, value), value: amount, text, ...(isOne ? { row } : {}) }
      })
      return { field: figure, name: nameOf(across, column), points }
    })
  return { series, isCut: rows.length > mostRows }
}
