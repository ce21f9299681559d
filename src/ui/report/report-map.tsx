/** The rows of a report where they stand, and how many of them stand on no map yet. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { useStable } from '#ui/base/stable.ts'
import '#ui/list/map/map.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { discsOf, drawReportGround, type ReportGround } from './chart-map.ts'
import type { DrawingProps } from './report-drawing.tsx'

const usualHeight = 380

/** The map lives beside React: it is told what to show. */
function useGround({ shape, onOpen }: DrawingProps) {
  const t = useT()
  const { map } = useHouse()
  const [ground, setGround] = useState<ReportGround>()
  const open = useStable((at: number) => onOpen?.({ series: 0, at }))
  useEffect(() => ground?.show(shape), [ground, shape])
  return useCallback(
    (holder: HTMLDivElement) => {
      const words = { zoomIn: t('Zoom in'), zoomOut: t('Zoom out') }
      const drawn = drawReportGround(holder, map, words, open)
      setGround(drawn)
      return () => {
        setGround(undefined)
        drawn.close()
      }
    },
    [map, t, open],
  )
}

export function ReportMap(props: DrawingProps) {
  const t = useT()
  const { label, shape, height = usualHeight, describedBy } = props
  const holder = useGround(props)
  const unplaced = useMemo(() => {
    return (shape.series[0]?.points.length ?? 0) - discsOf(shape).length
  }, [shape])
  return (
    <>
      <div
        ref={holder}
        className="report-chart map-ground"
        style={{ height }}
        role="region"
        aria-label={label}
        aria-describedby={describedBy}
      />
      {unplaced > 0 && (
        <p className="report-unplaced">{t('{count} without a position', { count: unplaced })}</p>
      )}
    </>
  )
}
