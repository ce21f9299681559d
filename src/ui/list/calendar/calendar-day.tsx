/** One day of a calendar: its number, its records, how many more there are, a way to add one. */
import type { DateText } from '#kernel/time/date.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { countText } from '#ui/base/count-text.ts'
import type { ListSearch } from '../list-search.ts'
import type { DayRows } from './by-day.ts'
import { CalendarCard, type CardLook } from './calendar-card.tsx'
import { dayName, dayNumber } from './day-words.ts'

export interface DayShared {
  look: CardLook
  today: DateText
  /** The day the keyboard stands on. */
  at: DateText
  onGo: (day: DateText) => void
  /** The list filtered to this day. */
  searchOf: (day: DateText) => ListSearch
  /** Values of a new record of this day; undefined where none may be made. */
  startOf: ((day: DateText) => Record<string, unknown>) | undefined
  onNew: (day: DateText) => void
}

interface CalendarDayProps {
  shared: DayShared
  day: DateText
  found: DayRows
  /** So many lines have room; undefined: cards, which scroll. */
  room: number | undefined
  isOutside: boolean
  isOver: boolean
}

/** The last line is given up for the words that say how many more there are. */
function shownOf({ rows, count }: DayRows, room: number | undefined): DayRows['rows'] {
  if (room === undefined || count <= room) return rows
  return rows.slice(0, Math.max(room - 1, 0))
}

export function More({ shared, day, found, shown }: MoreProps) {
  const t = useT()
  const hidden = found.count - shown
  if (hidden <= 0) return null
  const count = countText({ value: hidden, capped: found.capped })
  return (
    <Link
      to="/list/$entity"
      params={{ entity: shared.look.meta.name }}
      search={shared.searchOf(day)}
      className="calendar-more"
      tabIndex={day === shared.at ? 0 : -1}
    >
      {t('+{count} more', { count })}
    </Link>
  )
}

interface MoreProps {
  shared: DayShared
  day: DateText
  found: DayRows
  shown: number
}

export function AddLink({ shared, day }: { shared: DayShared; day: DateText }) {
  const t = useT()
  const { locale } = usePreferences()
  const { startOf, look } = shared
  if (!startOf) return null
  const name = look.meta.label.one
  return (
    <Link
      to="/new/$entity"
      params={{ entity: look.meta.name }}
      search={{ with: startOf(day) }}
      className="calendar-add"
      tabIndex={day === shared.at ? 0 : -1}
      aria-label={t('New {name} on {day}', { name, day: dayName(day, locale) })}
    >
      <IconPlus size={16} stroke={1.8} aria-hidden />
    </Link>
  )
}

export function CalendarDay(props: CalendarDayProps) {
  const t = useT()
  const { locale } = usePreferences()
  const { shared, day, found, room } = props
  const { at, today, onGo, onNew } = shared
  const shown = shownOf(found, room)
  const count = countText({ value: found.count, capped: found.capped })
  const marks = [
    'calendar-day',
    props.isOutside && 'is-outside',
    props.isOver && 'is-over',
    day === today && 'is-today',
  ]
  const press = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('a')) return
    onGo(day)
    if (found.count === 0 && shared.startOf) onNew(day)
  }
  return (
    <div
      role="gridcell"
      className={marks.filter(Boolean).join(' ')}
      data-place={day}
      tabIndex={day === at ? 0 : -1}
      aria-label={t('{day}: {count} in all', { day: dayName(day, locale), count })}
      {...(day === today && { 'aria-current': 'date' as const })}
      onClick={press}
    >
      <span className="calendar-head">
        <span className="calendar-number" aria-hidden>
          {dayNumber(day, locale)}
        </span>
        <AddLink shared={shared} day={day} />
      </span>
      {shown.length > 0 && (
        <ul className={room === undefined ? 'calendar-cards' : 'calendar-lines'}>
          {shown.map((row) => (
            <CalendarCard
              key={row.id}
              look={shared.look}
              row={row}
              day={day}
              isLine={room !== undefined}
              isReached={day === at}
            />
          ))}
        </ul>
      )}
      <More shared={shared} day={day} found={found} shown={shown.length} />
    </div>
  )
}
