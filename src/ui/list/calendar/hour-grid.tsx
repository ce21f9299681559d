/** Columns of hours: above them what has no time, below the records at their times. */
import type { HoursMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, type CSSProperties } from 'react'
import { CalendarCard, type CardLook } from './calendar-card.tsx'
import { dayName, dayNumber, weekdayName } from './day-words.ts'
import { abreast, keyOf, minuteOf, step, timesOfDay, workBegins, type Place } from './hours.ts'
import './hours.css'

type Column = Pick<Place, 'day' | 'person'>

interface HourGridProps {
  look: CardLook
  hours: HoursMeta
  columns: readonly Column[]
  name: string
  /** Where the carried record would be put down. */
  over: string | undefined
  placed: readonly { row: WireRow; place: Place }[]
}

/** Height of half an hour, in pixels; as in hours.css. */
const halfHour = 24

/** Values of a new record at the place; none where nothing may be made. */
function useStartAt({ look: { meta, field }, hours }: HourGridProps) {
  if (!meta.may.create || !isWritable(field)) return undefined
  return ({ day, time, person }: Place) => ({
    [hours.day]: day,
    ...(time !== '' && { [hours.time]: time }),
    ...(person !== '' && { [hours.person]: person }),
  })
}

export function HourGrid(props: HourGridProps) {
  const { columns, name } = props
  const t = useT()
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = (minuteOf(workBegins) / step) * halfHour
  }, [])
  const style = { '--columns': columns.length } as CSSProperties
  return (
    <div className="hours" style={style} role="group" aria-label={name}>
      <div className="hours-row hours-heads">
        <span />
        {columns.map((column) => (
          <Head key={keyOf({ ...column, time: '' })} grid={props} column={column} />
        ))}
      </div>
      <div className="hours-row hours-whole">
        <span className="hours-label">{t('Any time')}</span>
        {columns.map((column) => (
          <Whole key={keyOf({ ...column, time: '' })} grid={props} column={column} />
        ))}
      </div>
      <div ref={scroll} className="hours-scroll" role="region" aria-label={t('Hours')} tabIndex={0}>
        <div className="hours-row">
          <div className="hours-times" aria-hidden>
            {timesOfDay.map((time) => (
              <span key={time}>{time.endsWith(':00') ? time : ''}</span>
            ))}
          </div>
          {columns.map((column) => (
            <Hours key={keyOf({ ...column, time: '' })} grid={props} column={column} />
          ))}
        </div>
      </div>
    </div>
  )
}

interface ColumnProps {
  grid: HourGridProps
  column: Column
}

/** The day, or whose column it is; and a new record there. */
function Head({ grid, column }: ColumnProps) {
  const t = useT()
  const { locale } = usePreferences()
  const { today } = useHouse()
  const { meta, refs } = grid.look
  const { day, person } = column
  const startAt = useStartAt(grid)
  const label = meta.label.one
  const words = person === '' ? dayName(day, locale) : (refs['user']?.[person]?.title ?? t('Me'))
  return (
    <div className={day === today ? 'hours-head is-today' : 'hours-head'}>
      {person === '' ? (
        <>
          <span className="faint">{weekdayName(day, locale)}</span>
          <span className="calendar-number">{dayNumber(day, locale)}</span>
        </>
      ) : (
        <span className="clip strong">{words}</span>
      )}
      {startAt && (
        <Link
          to="/new/$entity"
          params={{ entity: meta.name }}
          search={{ with: startAt({ ...column, time: '' }) }}
          className="calendar-add"
          aria-label={t('New {name} on {day}', { name: label, day: words })}
        >
          <IconPlus size={16} stroke={1.8} aria-hidden />
        </Link>
      )}
    </div>
  )
}

function rowsIn({ placed }: HourGridProps, { day, person }: Column, isTimed: boolean): WireRow[] {
  return placed.flatMap(({ row, place }) => {
    const isHere = place.day === day && place.person === person
    return isHere && (place.time !== '') === isTimed ? [row] : []
  })
}

function Whole({ grid, column }: ColumnProps) {
  const key = keyOf({ ...column, time: '' })
  return (
    <ul
      className={grid.over === key ? 'calendar-lines is-over' : 'calendar-lines'}
      data-place={key}
    >
      {rowsIn(grid, column, false).map((row) => (
        <CalendarCard
          key={row.id}
          look={grid.look}
          row={row}
          day={column.day}
          from={key}
          isLine
          isReached
        />
      ))}
    </ul>
  )
}

function Hours({ grid, column }: ColumnProps) {
  const { hours, look } = grid
  const times = new Map(grid.placed.map(({ row, place }) => [row.id, place.time]))
  const rows = rowsIn(grid, column, true).map((row) => {
    return { ...row, [hours.time]: times.get(row.id) ?? row[hours.time] }
  })
  return (
    <div className="hours-column">
      <Slots grid={grid} column={column} />
      <ul className="hours-cards">
        {abreast(rows, hours).map(({ row, from, until, at, beside }) => (
          <CalendarCard
            key={row.id}
            look={look}
            row={row}
            day={column.day}
            from={keyOf({ ...column, time: String(row[hours.time]) })}
            style={{
              top: (from / step) * halfHour,
              height: ((until - from) / step) * halfHour - 1,
              insetInlineStart: `${(at / beside) * 100}%`,
              width: `calc(${100 / beside}% - 3px)`,
            }}
            isLine
            isReached
          />
        ))}
      </ul>
    </div>
  )
}

/** Half hours to put something down on, and to press for something new; by keys the head has it. */
function Slots({ grid, column }: ColumnProps) {
  const navigate = useNavigate()
  const startAt = useStartAt(grid)
  const press = (time: string) => {
    if (!startAt) return
    const search = { with: startAt({ ...column, time }) }
    void navigate({ to: '/new/$entity', params: { entity: grid.look.meta.name }, search })
  }
  return (
    <div aria-hidden>
      {timesOfDay.map((time) => {
        const key = keyOf({ ...column, time })
        return (
          <div
            key={time}
            className={grid.over === key ? 'hours-slot is-over' : 'hours-slot'}
            data-place={key}
            onClick={() => press(time)}
          />
        )
      })}
    </div>
  )
}
