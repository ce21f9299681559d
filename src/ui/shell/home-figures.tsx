/** The sums of a few reports, each with its shape in small and the way to the whole report. */
import { useReader } from '#ui/field/use-reader.ts'
import { Cell } from '#ui/field/cell.tsx'
import { pointsOf } from '#ui/report/chart-points.ts'
import { Link } from '@tanstack/react-router'
import { useFigures, type HomeFigure } from './figures.ts'
import { Trend } from './home-trend.tsx'
import { MiniBars } from './mini-bars.tsx'

function Shape({ report, answer }: HomeFigure) {
  const reader = useReader()
  const { chart } = report
  const by = report.columns.find(({ name }) => name === chart?.by)
  const value = report.columns.find(({ name }) => name === chart?.value)
  if (!chart || !by || !value || answer.rows.length < 2) return null
  return <MiniBars points={pointsOf(answer, by, value, 'bar', reader)} />
}

export function Figure(figure: HomeFigure) {
  const { report, field, answer } = figure
  const trend = report.trends[field.name]
  return (
    <Link to="/report/$name" params={{ name: report.name }} className="figure">
      <span className="figure-name clip">{report.label}</span>
      <span className="figure-sum">
        <Cell field={field} row={answer.totals} />
      </span>
      <span className="figure-unit clip">{field.label}</span>
      {trend ? <Trend trend={trend} /> : <Shape {...figure} />}
    </Link>
  )
}

export function Figures() {
  const { figures } = useFigures()
  if (figures.length === 0) return null
  return (
    <div className="figures">
      {figures.map((figure) => (
        <Figure key={figure.report.name} {...figure} />
      ))}
    </div>
  )
}
