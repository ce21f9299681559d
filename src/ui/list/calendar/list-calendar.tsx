/** The rows of a list as a calendar: each on its day, carried to another one, made by a click. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { bothWhere } from '#ui/field/where.ts'
import { Failure } from '#ui/shell/failure.tsx'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { boardCardFields } from '../board/board-card.tsx'
import '../board/board.css'
import '../carry/carry.css'
import type { Carried } from '../carry/use-carry.ts'
import { searchWith } from '../list-state.ts'
import type { Span } from '../shapes.ts'
import type { ListView } from '../use-list-view.ts'
import { Agenda } from './agenda.tsx'
import { valueOfDay, withMoved, type Days } from './by-day.ts'
import { CalendarBar } from './calendar-bar.tsx'
import type { DayShared } from './calendar-day.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import './calendar.css'
import { spanName } from './day-words.ts'
import { turned } from './days.ts'
import { TrayPanel } from './day-tray.tsx'
import { useDayKeys } from './use-day-keys.ts'
import { useDayMoves, type DayMoves } from './use-day-moves.ts'
import { useDays } from './use-days.ts'
import { useDayTray, type DayTray } from './use-day-tray.ts'
import { useStand } from './use-stand.ts'

interface ListCalendarProps {
  view: ListView
  field: FieldMeta
}

const mostOfDay: Record<Span, number> = { month: 12, week: 50, day: 200 }

/** What may be made on a day: nothing where the field is not for this person to write. */
function useNewOf({ meta }: ListView, field: FieldMeta) {
  const navigate = useNavigate()
  const { timeZone } = useHouse().company
  if (!meta.may.create || !isWritable(field)) return { startOf: undefined, onNew: () => undefined }
  const startOf = (day: DateText) => ({
    [field.name]: valueOfDay(field, day, timeZone, undefined),
  })
  const onNew = (day: DateText) => {
    const search = { with: startOf(day) }
    void navigate({ to: '/new/$entity', params: { entity: meta.name }, search })
  }
  return { startOf, onNew }
}

function searchOfDay({ state, search }: ListView, field: FieldMeta) {
  return (day: DateText) => {
    const where = bothWhere(state.conditions, { [field.name]: { from: day, until: day } })
    return searchWith(state, search, { where, shape: undefined, day: undefined })
  }
}

const HoursCalendar = lazy(async () => ({
  default: (await import('./hours-calendar.tsx')).HoursCalendar,
}))

/** A week or a day of what has its hours is drawn by the hour, where there is room. */
export function ListCalendar({ view, field }: ListCalendarProps) {
  const phone = usePhone()
  const { hours } = view.meta
  if (phone || view.state.span === 'month' || hours?.day !== field.name)
    return <DaysCalendar view={view} field={field} />
  return (
    <Suspense fallback={<Waiting />}>
      <HoursCalendar view={view} field={field} hours={hours} />
    </Suspense>
  )
}

function DaysCalendar({ view, field }: ListCalendarProps) {
  const phone = usePhone()
  const span = phone ? 'month' : view.state.span
  const stand = useStand(view, span, phone)
  const { today, day, days, at, go } = stand
  const found = useDays(view, field, days, phone ? mostOfDay.week : mostOfDay[span])
  const tray = useDayTray(view.meta, field)
  const dayMoves = useDayMoves(view, field, found.days, go, tray?.put)
  const { carried, moves, why, events } = dayMoves
  const newOf = useNewOf(view, field)
  const cards = useMemo(
    () => boardCardFields(view.meta, view.state.columns, field),
    [view.meta, view.state.columns, field],
  )
  const keysOfDay = useDayKeys({ onGo: go, onNew: newOf.onNew })
  useBareKey('t', true, () => go(today))
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    events.onKeyDown(event)
    if (!event.defaultPrevented) keysOfDay(event)
  }
  const { moved } = moves
  const look = { meta: view.meta, field, cards, refs: found.refs, lifted: carried?.id, moved }
  const searchOf = searchOfDay(view, field)
  if (found.error) return <Failure error={found.error} reset={view.again} />
  return (
    <div
      className={carried && why ? 'calendar is-refusing' : 'calendar'}
      aria-busy={found.isPending}
      onPointerDown={events.onPointerDown}
      onKeyDown={keys}
    >
      <CalendarBar
        view={view}
        days={days}
        span={span}
        onToday={() => go(today)}
        onTurn={(by) => view.change({ day: turned(day, span, by, today) })}
        tray={phone ? null : tray}
      />
      {!found.isPending && (
        <Beside tray={phone ? null : tray} lifted={carried?.id}>
          <DaysInShape
            shared={{ look, today, at, onGo: go, searchOf, ...newOf }}
            stand={stand}
            span={span}
            days={withMoved(found.days, moved)}
            carried={carried}
          />
        </Beside>
      )}
      <Said moves={dayMoves} />
    </div>
  )
}

interface BesideProps {
  tray: DayTray | null
  lifted: string | undefined
  children: ReactNode
}

/** The days alone, or with what is put onto them beside them. */
function Beside({ tray, lifted, children }: BesideProps) {
  if (!tray?.isOpen) return children
  return (
    <div className="calendar-beside">
      {children}
      <TrayPanel tray={tray} lifted={lifted} />
    </div>
  )
}

interface DaysInShapeProps {
  shared: DayShared
  stand: ReturnType<typeof useStand>
  span: Span
  days: Days
  carried: Carried | null
}

function DaysInShape({ shared, stand, span, days, carried }: DaysInShapeProps) {
  const phone = usePhone()
  const { locale } = usePreferences()
  const { weeks, day, show } = stand
  const name = spanName(stand.days, span, locale)
  const common = { shared, weeks, days, carried, name }
  if (phone) return <Agenda {...common} onShow={show} />
  return <CalendarGrid {...common} span={span} day={day} />
}

/** What is told of a record that is being carried: seen where it is refused, read out always. */
function Said({ moves: { carried, why, said } }: { moves: DayMoves }) {
  const t = useT()
  return (
    <>
      {carried && why && <p className="calendar-why">{why}</p>}
      <p id="calendar-keys" className="unseen">
        {t('Space lifts the record, arrows carry it to another day.')}
      </p>
      <p className="unseen" aria-live="assertive">
        {said}
      </p>
    </>
  )
}
