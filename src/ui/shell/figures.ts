/** Which reports' sums stand on the home page, and what they come to. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { isZeroFigure } from '#ui/field/display.ts'
import { missingParams, usualParams } from '#ui/report/report-params.ts'
import { reportQuery } from '#ui/report/use-report.ts'
import { useQueries } from '@tanstack/react-query'

export interface HomeFigure {
  report: ReportMeta
  /** The summed column. */
  field: FieldMeta
  answer: ReportAnswer
}

const mostAsked = 6
const mostShown = 4

/** Reports that sum something up and can be asked without being told more; those drawn first. */
export function figureReports(
  reports: readonly ReportMeta[],
  most: number = mostAsked,
): ReportMeta[] {
  const askable = reports.filter((report) => {
    return report.totals.length > 0 && missingParams(report, usualParams(report)).length === 0
  })
  const isPlain = ({ chart }: ReportMeta) => Number(chart === undefined)
  return askable.toSorted((a, b) => isPlain(a) - isPlain(b)).slice(0, most)
}

/** What the chart draws, else the first sum of money, else the first sum. */
export function totalField(report: ReportMeta): FieldMeta | undefined {
  const fields = report.columns.filter(({ name }) => report.totals.includes(name))
  const drawn = fields.find(({ name }) => name === report.chart?.value)
  return drawn ?? fields.find(({ kind }) => kind === 'money') ?? fields[0]
}

/** The same sum cut in another way is not shown again. */
export function distinct(figures: readonly HomeFigure[]): HomeFigure[] {
  const seen = new Set<string>()
  return figures.filter(({ field, answer }) => {
    const key = `${field.label} ${answer.totals[field.name]}`
    return !seen.has(key) && seen.add(key)
  })
}

export function useFigures(): { figures: HomeFigure[]; isLoading: boolean } {
  const reports = figureReports(Object.values(useHouse().reports))
  const answers = useQueries({
    queries: reports.map((report) => reportQuery(report.name, usualParams(report))),
  })
  const figures = reports.flatMap((report, at): HomeFigure[] => {
    const field = totalField(report)
    const answer = answers[at]?.data
    const isSaying = field && answer && !isZeroFigure(answer.totals[field.name])
    return isSaying ? [{ report, field, answer }] : []
  })
  const isLoading = answers.some(({ isPending }) => isPending)
  return { figures: distinct(figures).slice(0, mostShown), isLoading }
}
