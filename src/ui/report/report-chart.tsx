/** The chart of a report; fetched only where one is shown, drawn as SVG so that it prints sharp. */
import { usePhone } from '#ui/base/media.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { BarChart, FunnelChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { heightOf } from './chart-axes.ts'
import { chartOption, paletteOf } from './chart-option.ts'
import type { Shape } from './chart-shape.ts'
import type { DrawingProps } from './report-drawing.tsx'

use([BarChart, FunnelChart, HeatmapChart, LineChart, PieChart])
use([GridComponent, LegendComponent, SVGRenderer, TooltipComponent, VisualMapComponent])

/** A point of a series. */
export interface Spot {
  series: number
  at: number
}

/** Drawn anew in the other colours when light turns to dark. */
export function ReportChart(props: DrawingProps) {
  const { shade } = usePreferences()
  return <Drawing key={`${shade} ${props.shape.kind}`} {...props} />
}

/** ECharts tells the point of a heat map as its column and row. */
function spotOf(shape: Shape, pressed: { seriesIndex?: number; dataIndex: number }): Spot {
  const { seriesIndex = 0, dataIndex } = pressed
  if (shape.kind !== 'heat') return { series: seriesIndex, at: dataIndex }
  const rows = shape.series[0]?.points.length ?? 1
  return { series: Math.floor(dataIndex / rows), at: dataIndex % rows }
}

function Drawing({ label, shape, onOpen, height, describedBy }: DrawingProps) {
  const { locale } = usePreferences()
  const isNarrow = usePhone()
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
    const palette = paletteOf(getComputedStyle(document.body))
    drawn.current?.setOption(chartOption(shape, { palette, locale, isNarrow }), true)
  }, [shape, locale, isNarrow])
  useEffect(() => {
    const chart = drawn.current
    if (!chart || !onOpen) return undefined
    const press = (pressed: { seriesIndex?: number; dataIndex: number }) =>
      onOpen(spotOf(shape, pressed))
    chart.on('click', press as never)
    return () => void (chart.isDisposed() || chart.off('click', press))
  }, [shape, onOpen])
  const style = { height: height ?? heightOf(shape, isNarrow) }
  return (
    <div
      ref={place}
      className="report-chart"
      style={style}
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
    />
  )
}
