/** A chart in the quiet colours of the app: hairlines, one accent, figures as people read them. */
import type { Locale } from '#kernel/http/wire.ts'
import { escapeHtml } from '#kernel/text/escape-html.ts'
import type { EChartsCoreOption } from 'echarts/core'
import { cartesian } from './chart-axes.ts'
import { heatMap } from './chart-heat.ts'
import type { Point } from './chart-points.ts'
import { funnel, pie } from './chart-round.ts'
import type { Shape } from './chart-shape.ts'

export interface Palette {
  ink: string
  ink2: string
  line: string
  surface: string
  soft: string
  brand: string
  series: string[]
  font: string
}

export interface Look {
  palette: Palette
  locale: Locale
  /** On a phone: the legend stands below. */
  isNarrow: boolean
}

export function paletteOf(style: CSSStyleDeclaration): Palette {
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: colour('ink'),
    ink2: colour('ink2'),
    line: colour('line2'),
    surface: colour('elevated'),
    soft: colour('brand-soft'),
    brand: colour('brand'),
    series: ['brand', 'blue', 'ochre', 'green', 'red', 'ink3', 'brand-strong'].map(colour),
    font: style.fontFamily,
  }
}

/** Only a picture: the length of a bar may lose what no eye can see. */
export function lengthOf(point: Point | undefined): number {
  return Number(point?.value ?? 0)
}

/** `1.2萬`, `12K`: the axis only tells the order of size. */
export function axisText(locale: Locale): (value: number) => string {
  const tag = { en: 'en', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' }[locale]
  const format = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 })
  return (value) => format.format(value)
}

/** What hovering tells: the point, and each figure with its currency. */
export function tellOf({ series, currency }: Shape, at: number, only?: number): string {
  const shown = only === undefined ? series : series.slice(only, only + 1)
  const lines = shown.map(({ field, points }) => {
    const unit = field.kind === 'money' && currency ? ` ${escapeHtml(currency)}` : ''
    return `${escapeHtml(field.label)} <b>${escapeHtml(points[at]?.text ?? '')}</b>${unit}`
  })
  const [one] = shown
  const isCell = only !== undefined && one !== undefined && one.name !== one.field.label
  const name = [one?.points[at]?.name ?? '', isCell ? one.name : []].flat().join(' · ')
  return [escapeHtml(name), ...lines].join('<br>')
}

export function chartOption(shape: Shape, look: Look): EChartsCoreOption {
  const { ink, ink2, surface, line, series, font } = look.palette
  const shared = {
    color: series,
    animationDuration: 250,
    textStyle: { color: ink2, fontFamily: font },
  }
  const tooltip = {
    confine: true,
    backgroundColor: surface,
    borderColor: line,
    textStyle: { color: ink, fontFamily: font },
  }
  return { ...shared, ...partOf(shape, look, tooltip) }
}

function partOf(shape: Shape, look: Look, tooltip: object): EChartsCoreOption {
  if (shape.kind === 'pie') return pie(shape, look, tooltip)
  if (shape.kind === 'funnel') return funnel(shape, look, tooltip)
  if (shape.kind === 'heat') return heatMap(shape, look, tooltip)
  return cartesian(shape, look, tooltip)
}
