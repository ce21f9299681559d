/** The course of a figure as a small line, with the change of the last whole month. */
import type { TrendMeta } from '#kernel/http/wire.ts'
import { isNegative, isZero } from '#kernel/money/decimal.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { formatDecimal } from '#kernel/money/format.ts'
import { useReport } from '#ui/report/use-report.ts'
import { changeOf, trendOf, trendParams, type Month } from './trend.ts'

const width = 108
const height = 28
const margin = 2

/** Only a picture, so floats will do; the line of nothing at all lies at the bottom. */
function placesOf(months: readonly Month[]): [number, number][] {
  const values = months.map(({ value }) => Number(value))
  const [low, high] = [Math.min(0, ...values), Math.max(...values)]
  const step = (width - 2 * margin) / Math.max(1, values.length - 1)
  const scale = (height - 2 * margin) / (high - low || 1)
  return values.map((value, at) => [margin + at * step, height - margin - (value - low) * scale])
}

function MiniLine({ months }: { months: readonly Month[] }) {
  const places = placesOf(months)
  const [x, y] = places.at(-1) ?? [0, 0]
  return (
    <svg
      className="mini-line"
      viewBox={`0 0 ${width} ${height}`}
      {...{ width, height }}
      aria-hidden
    >
      <polyline points={places.map((place) => place.join(',')).join(' ')} />
      <circle cx={x} cy={y} r={2} />
    </svg>
  )
}

function Change({ months }: { months: readonly Month[] }) {
  const t = useT()
  const { locale } = usePreferences()
  const change = changeOf(months)
  const month = months.at(-1)?.month ?? ''
  if (change === null) return null
  const sign = isZero(change) ? '±' : isNegative(change) ? '' : '+'
  const percent = `${sign}${formatDecimal(change, locale)}%`
  return (
    <span className="figure-change clip">
      {t('{month}: {percent} against the month before', { month, percent })}
    </span>
  )
}

export function Trend({ trend }: { trend: TrendMeta }) {
  const { today } = useHouse()
  const { data } = useReport(trend.report, trendParams(trend, today))
  const months = data ? trendOf(trend, data, today) : []
  if (months.every(({ value }) => isZero(value))) return null
  return (
    <>
      <Change months={months} />
      <MiniLine months={months} />
    </>
  )
}
