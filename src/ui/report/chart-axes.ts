/** Bars and lines: over time from left to right, names below each other, so that all are read. */
import type { EChartsCoreOption } from 'echarts/core'
import { axisText, lengthOf, tellOf, type Look } from './chart-option.ts'
import type { Shape } from './chart-shape.ts'

const rowHeight = 24

/** Height that lets each name be read; the usual one for all others. */
export function heightOf(shape: Shape, isNarrow: boolean): number {
  const count = shape.series[0]?.points.length ?? 0
  const isRows = shape.kind === 'heat' || (shape.kind === 'bar' && !shape.isTime)
  if (isRows) return Math.max(150, count * rowHeight + 42)
  return isNarrow && shape.kind === 'pie' ? 320 : 260
}

export function legendOf({ palette, isNarrow }: Look, hasMany: boolean): EChartsCoreOption {
  if (!hasMany) return {}
  const textStyle = { color: palette.ink2 }
  const place = isNarrow ? { left: 8 } : { right: 12 }
  return { legend: { type: 'scroll', top: 2, ...place, textStyle, itemWidth: 12, itemHeight: 8 } }
}

export function cartesian(shape: Shape, look: Look, tooltip: object): EChartsCoreOption {
  const { palette, locale, isNarrow } = look
  const label = { color: palette.ink2, fontSize: 11 }
  const hasMany = shape.series.length > 1
  const names = {
    type: 'category',
    data: shape.series[0]?.points.map(({ name }) => name) ?? [],
    inverse: !shape.isTime,
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: { ...label, hideOverlap: true, width: isNarrow ? 96 : 170, overflow: 'truncate' },
  }
  const values = {
    type: 'value',
    name: shape.currency,
    nameTextStyle: { color: palette.ink2, fontSize: 11 },
    axisLabel: { ...label, formatter: axisText(locale), hideOverlap: true },
    splitLine: { lineStyle: { color: palette.line } },
  }
  const [xAxis, yAxis] = shape.isTime ? [names, values] : [values, names]
  return {
    tooltip: {
      ...tooltip,
      trigger: 'axis',
      axisPointer: { type: shape.kind === 'bar' ? 'shadow' : 'line' },
      formatter: (hover: { dataIndex: number }[]) => tellOf(shape, hover[0]?.dataIndex ?? -1),
    },
    grid: {
      left: 8,
      right: shape.isTime ? 12 : 44,
      top: shape.isTime || hasMany ? 34 : 8,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    ...legendOf(look, hasMany),
    xAxis,
    yAxis,
    series: shape.series.map((one) => ({
      name: one.field.label,
      data: one.points.map(lengthOf),
      ...(shape.kind === 'bar' ? barLook(shape.isTime) : lineLook(hasMany)),
    })),
  }
}

function barLook(isTime: boolean) {
  const borderRadius = isTime ? [3, 3, 0, 0] : [0, 3, 3, 0]
  return { type: 'bar', barMaxWidth: isTime ? 28 : 14, itemStyle: { borderRadius } }
}

function lineLook(hasMany: boolean) {
  const area = hasMany ? {} : { areaStyle: { opacity: 0.08 } }
  return { type: 'line', symbolSize: 5, lineStyle: { width: 2 }, ...area }
}
