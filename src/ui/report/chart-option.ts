/** A chart in the quiet colours of the app: hairlines, one accent, figures as people read them. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { EChartsCoreOption } from 'echarts/core'
import type { ChartKind, Point } from './chart-points.ts'

export interface Palette {
  ink: string
  ink2: string
  line: string
  surface: string
  series: string[]
  font: string
}

export function paletteOf(style: CSSStyleDeclaration): Palette {
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: colour('ink'),
    ink2: colour('ink2'),
    line: colour('line2'),
    surface: colour('elevated'),
    series: ['brand', 'blue', 'ochre', 'green', 'red', 'ink3', 'brand-strong'].map(colour),
    font: style.fontFamily,
  }
}

/** Only a picture: the length of a bar may lose what no eye can see. */
function lengthOf(point: Point): number {
  return Number(point.value)
}

function shared(palette: Palette, points: Point[]): EChartsCoreOption {
  const { ink, ink2, surface, line, series, font } = palette
  return {
    color: series,
    animationDuration: 250,
    textStyle: { color: ink2, fontFamily: font },
    tooltip: {
      confine: true,
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: ink, fontFamily: font },
      formatter: (hover: { dataIndex: number } | { dataIndex: number }[]) => {
        const at = Array.isArray(hover) ? hover[0]?.dataIndex : hover.dataIndex
        const point = points[at ?? -1]
        return point ? `${escaped(point.name)}<br><b>${escaped(point.text)}</b>` : ''
      },
    },
  }
}

function escaped(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
}

function axes(palette: Palette, points: Point[]): EChartsCoreOption {
  const label = { color: palette.ink2, fontSize: 11 }
  return {
    grid: { left: 8, right: 12, top: 16, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: points.map(({ name }) => name),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true, width: 96, overflow: 'truncate' },
    },
    yAxis: {
      type: 'value',
      axisLabel: label,
      splitLine: { lineStyle: { color: palette.line } },
    },
  }
}

function pie(palette: Palette, points: Point[]): EChartsCoreOption {
  const data = points.map((point) => ({ name: point.name, value: lengthOf(point) }))
  return {
    legend: { orient: 'vertical', right: 16, top: 'middle', textStyle: { color: palette.ink2 } },
    series: [
      { type: 'pie', radius: ['48%', '78%'], center: ['38%', '50%'], label: { show: false }, data },
    ],
  }
}

export function chartOption(
  kind: ChartKind,
  points: Point[],
  value: FieldMeta,
  palette: Palette,
): EChartsCoreOption {
  if (kind === 'pie') return { ...shared(palette, points), ...pie(palette, points) }
  const base = { name: value.label, type: kind, data: points.map(lengthOf) }
  const series =
    kind === 'bar'
      ? { ...base, barMaxWidth: 28, itemStyle: { borderRadius: [3, 3, 0, 0] } }
      : { ...base, symbolSize: 5, lineStyle: { width: 2 }, areaStyle: { opacity: 0.08 } }
  const { tooltip, ...rest } = shared(palette, points)
  const pointer = { ...(tooltip as object), trigger: 'axis' }
  return { ...rest, tooltip: pointer, ...axes(palette, points), series: [series] }
}
