/** Parts of a whole as a ring, and stages as a funnel; each with its name and figure beside it. */
import type { EChartsCoreOption } from 'echarts/core'
import { lengthOf, tellOf, type Look } from './chart-option.ts'
import type { Shape } from './chart-shape.ts'

function dataOf(shape: Shape) {
  const points = shape.series[0]?.points ?? []
  return points.map((point) => ({ name: point.name, value: lengthOf(point) }))
}

function told(shape: Shape, tooltip: object) {
  const formatter = (hover: { dataIndex: number }) => tellOf(shape, hover.dataIndex)
  return { ...tooltip, trigger: 'item', formatter }
}

export function pie(shape: Shape, { palette, isNarrow }: Look, tooltip: object): EChartsCoreOption {
  const textStyle = { color: palette.ink2, width: isNarrow ? 250 : 260, overflow: 'truncate' }
  const points = shape.series[0]?.points ?? []
  const formatter = (name: string) => {
    const text = points.find((point) => point.name === name)?.text ?? ''
    return `${name}  ${text}`
  }
  const place = isNarrow
    ? { left: 'center', bottom: 0 }
    : { left: '52%', top: 'middle', align: 'left' }
  return {
    tooltip: told(shape, tooltip),
    legend: { type: 'scroll', orient: 'vertical', ...place, itemWidth: 12, textStyle, formatter },
    series: [
      {
        type: 'pie',
        radius: isNarrow ? ['28%', '46%'] : ['48%', '78%'],
        center: isNarrow ? ['50%', '26%'] : ['30%', '50%'],
        label: { show: false },
        itemStyle: { borderColor: palette.surface, borderWidth: 1 },
        data: dataOf(shape),
      },
    ],
  }
}

export function funnel(
  shape: Shape,
  { palette, isNarrow }: Look,
  tooltip: object,
): EChartsCoreOption {
  const points = shape.series[0]?.points ?? []
  const unit = shape.currency ? ` ${shape.currency}` : ''
  const label = {
    position: 'inside',
    color: palette.surface,
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      return `${points[dataIndex]?.name ?? ''}  ${points[dataIndex]?.text ?? ''}${unit}`
    },
  }
  // The last stage ends as wide as it begins, and all are as wide as they are many.
  const lengths = points.map(lengthOf)
  const least = Math.max(0, Math.min(...lengths))
  const share = (least / Math.max(...lengths, 1e-9)) * 100
  const sides = isNarrow ? { left: 8, right: 8 } : { left: '14%', right: '14%' }
  const emphasis = { label: { color: palette.surface } }
  const itemStyle = { borderColor: palette.surface, borderWidth: 0 }
  return {
    tooltip: told(shape, tooltip),
    series: [
      {
        type: 'funnel',
        // Stages keep their order, whatever they come to.
        sort: 'none',
        min: least,
        minSize: `${share}%`,
        gap: 3,
        top: 10,
        bottom: 10,
        ...sides,
        label,
        emphasis,
        itemStyle,
        data: dataOf(shape),
      },
    ],
  }
}
