/** Weeks below each other, or one week in full height: a square per day. */
import type { DateText } from '#kernel/time/date.ts'
import { startOf } from '#kernel/time/date.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Carried } from '../carry/use-carry.ts'
import type { Span } from '../shapes.ts'
import { noRows, type Days } from './by-day.ts'
import { CalendarDay, type DayShared } from './calendar-day.tsx'
import { weekdayName } from './day-words.ts'

const head = 30
const line = 25

interface CalendarGridProps {
  shared: DayShared
  weeks: readonly DateText[][]
  span: Span
  /** A day of the month that is shown. */
  day: DateText
  days: Days
  carried: Carried | null
  name: string
}

/** How many lines of records fit into a day. */
function useRoom(grid: RefObject<HTMLDivElement | null>, weeks: number): number {
  const [height, measure] = useState(600)
  useEffect(() => {
    const { current } = grid
    if (!current) return undefined
    const watcher = new ResizeObserver(() => measure(current.clientHeight))
    watcher.observe(current)
    return () => watcher.disconnect()
  }, [grid])
  return Math.max(Math.floor((height / weeks - head) / line), 1)
}

export function CalendarGrid(props: CalendarGridProps) {
  const { shared, weeks, span, day, days, carried } = props
  const { locale } = usePreferences()
  const grid = useRef<HTMLDivElement>(null)
  const room = useRoom(grid, weeks.length)
  const isMonth = span === 'month'
  const month = startOf('month', day)
  return (
    <div role="grid" className={`calendar-grid is-${span}`} aria-label={props.name}>
      <div role="row" className="calendar-week calendar-weekdays">
        {weeks[0]?.map((one) => (
          <div key={one} role="columnheader">
            {weekdayName(one, locale)}
          </div>
        ))}
      </div>
      <div ref={grid} role="rowgroup" className="calendar-weeks">
        {weeks.map((week) => (
          <div key={week[0]} role="row" className="calendar-week">
            {week.map((one) => (
              <CalendarDay
                key={one}
                shared={shared}
                day={one}
                found={days.get(one) ?? noRows}
                room={isMonth ? room : undefined}
                isOutside={isMonth && startOf('month', one) !== month}
                isOver={carried?.over === one}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
