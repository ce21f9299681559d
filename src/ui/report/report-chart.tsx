/** The chart of a report; fetched only where one is shown, drawn as SVG so that it prints sharp. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartOption, paletteOf } from './chart-option.ts'
import { pointsOf } from './chart-points.ts'

use([BarChart, GridComponent, LegendComponent, LineChart, PieChart, SVGRenderer, TooltipComponent])

interface ReportChartProps {
  report: ReportMeta
  answer: ReportAnswer
  chart: NonNullable<ReportMeta['chart']>
}

function columnNamed(report: ReportMeta, name: string): FieldMeta {
  const field = report.columns.find((column) => column.name === name)
  if (!field) throw new Error(`report ${report.name} has no column ${name}`)
  return field
}

/** Drawn anew in the other colours when light turns to dark. */
export function ReportChart(props: ReportChartProps) {
  const { shade } = usePreferences()
  return <Drawing key={shade} {...props} />
}

function Drawing({ report, answer, chart }: ReportChartProps) {
  const reader = useReader()
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<EChartsType>(null)
  useEffect(() => {
    if (!place.current) return undefined
    const made = init(place.current, null, { renderer: 'svg' })
    drawn.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    const by = columnNamed(report, chart.by)
    const value = columnNamed(report, chart.value)
    const points = pointsOf(answer, by, value, chart.kind, reader)
    const style = getComputedStyle(document.body)
    drawn.current?.setOption(chartOption(chart.kind, points, value, paletteOf(style)), true)
  }, [report, answer, chart, reader])
  return <div ref={place} className="report-chart" role="img" aria-label={report.label} />
}
