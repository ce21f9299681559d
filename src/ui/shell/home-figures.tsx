/** The sums of the first reports, each leading to its report. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { Link } from '@tanstack/react-router'
import { usualParams } from '#ui/report/report-params.ts'
import { useReport } from '#ui/report/use-report.ts'

const most = 4

/** Reports that sum something up and can be asked without being told more; those drawn first. */
export function figureReports(reports: ReportMeta[]): ReportMeta[] {
  const askable = reports.filter(({ params, totals }) => {
    const isReady = params.every(({ required, initial }) => !required || initial !== undefined)
    return isReady && totals.length > 0
  })
  const told = askable.toSorted(
    (a, b) => Number(b.chart !== undefined) - Number(a.chart !== undefined),
  )
  return told.slice(0, most)
}

function totalField(report: ReportMeta): FieldMeta | undefined {
  const fields = report.columns.filter(({ name }) => report.totals.includes(name))
  return fields.find(({ kind }) => kind === 'money') ?? fields[0]
}

function Figure({ report }: { report: ReportMeta }) {
  const params = usualParams(report)
  const answer: ReportAnswer | undefined = useReport(report.name, params).data
  const field = totalField(report)
  const total = field && answer?.totals[field.name]
  if (!field || total === undefined) return null
  return (
    <Link to="/report/$name" params={{ name: report.name }} className="figure">
      <span className="figure-name clip">{report.label}</span>
      <span className="figure-sum">
        <Cell field={field} row={answer?.totals ?? {}} />
      </span>
      <span className="figure-unit clip">{field.label}</span>
    </Link>
  )
}

export function Figures() {
  const { reports } = useHouse()
  const shown = figureReports(Object.values(reports))
  if (shown.length === 0) return null
  return (
    <div className="figures">
      {shown.map((report) => (
        <Figure key={report.name} report={report} />
      ))}
    </div>
  )
}
