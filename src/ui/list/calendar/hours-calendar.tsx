/** A week or a day by the hour; the people of a day stand beside each other. */
import type { FieldMeta, HoursMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { Failure } from '#ui/shell/failure.tsx'
import { useMemo } from 'react'
import { boardCardFields } from '../board/board-card.tsx'
import '../board/board.css'
import '../carry/carry.css'
import type { ListView } from '../use-list-view.ts'
import { CalendarBar } from './calendar-bar.tsx'
import './calendar.css'
import { spanName } from './day-words.ts'
import { turned } from './days.ts'
import { HourGrid } from './hour-grid.tsx'
import { columnsOf, placeNamed, type Place } from './hours.ts'
import { useDays } from './use-days.ts'
import { useHourMoves } from './use-hour-moves.ts'
import { useStand } from './use-stand.ts'

interface HoursCalendarProps {
  view: ListView
  field: FieldMeta
  hours: HoursMeta
}

const most = 200

/** Those who have something on the day, I first. */
function usePeople(rows: readonly WireRow[], { person }: HoursMeta): string[] {
  const me = useHouse().user.id
  return [...new Set([me, ...rows.map((row) => textOf(row[person]))])].filter((id) => id !== '')
}

/** Where a record stands, or is being put. */
function placeOf(
  row: WireRow,
  hours: HoursMeta,
  isTeam: boolean,
  moved: string | undefined,
): Place {
  if (moved !== undefined) return placeNamed(moved)
  const [day, time] = [textOf(row[hours.day]), textOf(row[hours.time])]
  return { day, time, person: isTeam ? textOf(row[hours.person]) : '' }
}

export function HoursCalendar({ view, field, hours }: HoursCalendarProps) {
  const t = useT()
  const { locale } = usePreferences()
  const { span } = view.state
  const { today, day, days, go } = useStand(view, span, false)
  const found = useDays(view, field, days, most)
  const rows = useMemo(() => [...found.days.values()].flatMap((one) => one.rows), [found.days])
  const people = usePeople(rows, hours)
  const isTeam = span === 'day'
  const columns = columnsOf(days, isTeam ? people : null)
  const { carried, moved, why, said, events } = useHourMoves(view, field, hours, columns)
  const cards = boardCardFields(view.meta, view.state.columns, field)
  useBareKey('t', true, () => go(today))
  if (found.error) return <Failure error={found.error} reset={view.again} />
  const look = { meta: view.meta, field, cards, refs: found.refs, lifted: carried?.id, moved }
  return (
    <div
      className={carried && why ? 'calendar is-refusing' : 'calendar'}
      aria-busy={found.isPending}
      {...events}
    >
      <CalendarBar
        view={view}
        days={days}
        span={span}
        onToday={() => view.change({ day: today })}
        onTurn={(by) => view.change({ day: turned(day, span, by, today) })}
      />
      {!found.isPending && (
        <HourGrid
          look={look}
          hours={hours}
          columns={columns}
          name={spanName(days, span, locale)}
          over={carried?.over}
          placed={rows.map((row) => ({
            row,
            place: placeOf(row, hours, isTeam, moved.get(row.id)),
          }))}
        />
      )}
      {carried && why && <p className="calendar-why">{why}</p>}
      <p id="calendar-keys" className="unseen">
        {t('Space lifts the record, arrows carry it to another time or day.')}
      </p>
      <p className="unseen" aria-live="assertive">
        {said}
      </p>
    </div>
  )
}
