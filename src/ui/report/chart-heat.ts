/** Rows against several figures, or one figure against two things: the darker, the more. */
import type { EChartsCoreOption } from 'echarts/core'
import { lengthOf, tellOf, type Look } from './chart-option.ts'
import type { Shape } from './chart-shape.ts'

export function heatMap(shape: Shape, look: Look, tooltip: object): EChartsCoreOption {
  const { palette, isNarrow } = look
  const label = { color: palette.ink2, fontSize: 11 }
  const cells = shape.series.flatMap(({ points }, column) =>
    points.map((point, row) => [column, row, lengthOf(point)]),
  )
  const axis = { axisLine: { show: false }, axisTick: { show: false } }
  const width = isNarrow ? 84 : 170
  return {
    tooltip: {
      ...tooltip,
      trigger: 'item',
      formatter: ({ value: [column, row] }: { value: [number, number] }) => {
        return tellOf(shape, row, column)
      },
    },
    grid: { left: 8, right: 12, top: 8, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      position: 'top',
      data: shape.series.map(({ name }) => name),
      axisLabel: { ...label, interval: 0, width: isNarrow ? 48 : 110, overflow: 'truncate' },
      ...axis,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shape.series[0]?.points.map(({ name }) => name) ?? [],
      axisLabel: { ...label, interval: 0, width, overflow: 'truncate' },
      ...axis,
    },
    visualMap: {
      show: false,
      min: Math.min(0, ...cells.map(([, , value]) => value ?? 0)),
      max: Math.max(1, ...cells.map(([, , value]) => value ?? 0)),
      inRange: { color: [palette.line, palette.brand] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 3 },
      },
    ],
  }
}
