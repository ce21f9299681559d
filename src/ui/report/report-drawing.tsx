/** What a report draws, fetched only where it is shown: a chart, or discs on a map. */
import { lazy, Suspense } from 'react'
import type { Shape } from './chart-shape.ts'
import type { Spot } from './report-chart.tsx'

export interface DrawingProps {
  label: string
  shape: Shape
  /** A point was pressed. */
  onOpen?: (spot: Spot) => void
  height?: number
  describedBy?: string
}

const ReportChart = lazy(async () => ({
  default: (await import('./report-chart.tsx')).ReportChart,
}))
const ReportMap = lazy(async () => ({
  default: (await import('./report-map.tsx')).ReportMap,
}))

export function ReportDrawing(props: DrawingProps) {
  const Drawn = props.shape.kind === 'map' ? ReportMap : ReportChart
  return (
    <Suspense
      fallback={
        <div className="report-chart report-chart-waiting" style={{ height: props.height }} />
      }
    >
      <Drawn {...props} />
    </Suspense>
  )
}
