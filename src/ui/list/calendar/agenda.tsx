/** A month on the phone: its days in a strip, and below them the records day by day. */
import type { DateText } from '#kernel/time/date.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useEffect, useRef } from 'react'
import type { Carried } from '../carry/use-carry.ts'
import './agenda.css'
import { noRows, type DayRows, type Days } from './by-day.ts'
import { CalendarCard } from './calendar-card.tsx'
import { AddLink, More, type DayShared } from './calendar-day.tsx'
import { dayName, weekdayName } from './day-words.ts'

interface AgendaProps {
  shared: DayShared
  weeks: readonly DateText[][]
  days: Days
  carried: Carried | null
  name: string
  onShow: (day: DateText) => void
}

interface StripProps extends AgendaProps {
  all: readonly DateText[]
}

interface StripDayProps {
  day: DateText
  isAt: boolean
  marks: readonly (string | false)[]
  onShow: (day: DateText) => void
}

function StripDay({ day, isAt, marks, onShow }: StripDayProps) {
  const { locale } = usePreferences()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAt) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isAt])
  return (
    <button
      ref={button}
      type="button"
      className={['strip-day', ...marks.filter(Boolean)].join(' ')}
      data-place={day}
      aria-pressed={isAt}
      aria-label={dayName(day, locale)}
      onClick={() => onShow(day)}
    >
      <span className="strip-weekday">{weekdayName(day, locale)}</span>
      <span className="strip-number">{Number(day.slice(8))}</span>
    </button>
  )
}

/** Every day of the month, with a mark below those that have records. */
function DayStrip({ shared, all, days, carried, name, onShow }: StripProps) {
  const { at, today } = shared
  return (
    <div className="day-strip" role="group" aria-label={name}>
      {all.map((day) => (
        <StripDay
          key={day}
          day={day}
          isAt={day === at}
          marks={[
            day === today && 'is-today',
            carried?.over === day && 'is-over',
            days.has(day) && 'has-records',
          ]}
          onShow={onShow}
        />
      ))}
    </div>
  )
}

function AgendaDay(props: { shared: DayShared; day: DateText; found: DayRows; isOver: boolean }) {
  const t = useT()
  const { locale } = usePreferences()
  const { shared, day, found, isOver } = props
  const section = useRef<HTMLElement>(null)
  const isAt = day === shared.at
  useEffect(() => {
    if (isAt) section.current?.scrollIntoView({ block: 'start' })
  }, [isAt])
  return (
    <section
      ref={section}
      className={isOver ? 'agenda-day is-over' : 'agenda-day'}
      data-place={day}
      aria-label={dayName(day, locale)}
    >
      <h3 className={day === shared.today ? 'agenda-head is-today' : 'agenda-head'}>
        <span className="grow">{dayName(day, locale)}</span>
        <AddLink shared={shared} day={day} />
      </h3>
      {found.rows.length === 0 && <p className="agenda-none">{t('Nothing on this day')}</p>}
      <ul className="agenda-cards">
        {found.rows.map((row) => (
          <CalendarCard
            key={row.id}
            look={shared.look}
            row={row}
            day={day}
            isLine={false}
            isReached
          />
        ))}
      </ul>
      <More shared={shared} day={day} found={found} shown={found.rows.length} />
    </section>
  )
}

export function Agenda(props: AgendaProps) {
  const { shared, weeks, days, carried } = props
  const all = weeks.flat()
  const shown = all.filter((day) => days.has(day) || day === shared.at)
  return (
    <>
      <DayStrip {...props} all={all} />
      <div className="agenda">
        {shown.map((day) => (
          <AgendaDay
            key={day}
            shared={shared}
            day={day}
            found={days.get(day) ?? noRows}
            isOver={carried?.over === day && carried.from !== day}
          />
        ))}
      </div>
    </>
  )
}
