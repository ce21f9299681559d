/** The shape of a report in small: a few bars without axes. */
import type { Point } from '#ui/report/chart-points.ts'

const most = 12
const height = 28
const width = 9

/** Lengths between 0 and 1; only a picture, so a float will do. */
function lengthsOf(points: readonly Point[]): number[] {
  const values = points.map(({ value }) => Math.abs(Number(value)))
  const longest = Math.max(...values, 1e-9)
  return values.map((value) => value / longest)
}

export function MiniBars({ points }: { points: readonly Point[] }) {
  const lengths = lengthsOf(points.slice(0, most))
  return (
    <svg
      className="mini-bars"
      viewBox={`0 0 ${lengths.length * width} ${height}`}
      width={lengths.length * width}
      height={height}
      aria-hidden
    >
      {lengths.map((length, at) => (
        <rect
          key={points[at]?.name}
          x={at * width}
          y={height - Math.max(1.5, length * height)}
          width={width - 3}
          height={Math.max(1.5, length * height)}
          rx={1.5}
        />
      ))}
    </svg>
  )
}
