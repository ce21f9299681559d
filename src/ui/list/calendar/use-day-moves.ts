/** Puts a record on another day: the day itself, or the same time of that day. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useCarry, type Carried } from '../carry/use-carry.ts'
import { useMoves, type Aim, type Moves } from '../carry/use-moves.tsx'
import type { ListView } from '../use-list-view.ts'
import { valueOfDay, type Days } from './by-day.ts'
import { dayName } from './day-words.ts'
import { dayByKey } from './days.ts'
import { fromTray } from './use-day-tray.ts'

const isDate = (place: string) => /^\d{4}-\d\d-\d\d$/u.test(place)

/** The one the keyboard stands on. */
function firstDay(): DateText | undefined {
  const day = document.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
  return day?.dataset['place']
}

export interface DayMoves {
  moves: Moves
  carried: Carried | null
  events: ReturnType<typeof useCarry>['events']
  /** Why the lifted record cannot stand on any other day. */
  why: string | undefined
  /** What is read out while a record is carried. */
  said: string
}

export function useDayMoves(
  view: ListView,
  field: FieldMeta,
  days: Days,
  onDropped: (day: DateText) => void,
  put?: (id: string, day: DateText) => Promise<void>,
): DayMoves {
  const t = useT()
  const { locale } = usePreferences()
  const { timeZone } = useHouse().company
  const moves = useMoves(view.meta, field)
  const aimAt = (day: DateText, id?: string): Aim => {
    const rows = [...days.values()].flatMap((found) => found.rows)
    const row = rows.find((one) => one.id === id)
    const value = valueOfDay(field, day, timeZone, row)
    return { key: day, value, label: dayName(day, locale) }
  }
  const { carried, events } = useCarry({
    step: (day, key) => {
      // Beside the days one has not stood on any yet.
      const next = isDate(day) ? dayByKey(day, key, locale) : firstDay()
      return document.querySelector(`[data-place="${next}"]`) ? next : undefined
    },
    onLift: (card) => {
      if (fromTray(card) === undefined) moves.lift(card)
    },
    onDrop: (card, day) => {
      onDropped(day)
      const id = fromTray(card)
      void (id === undefined ? moves.move(card, aimAt(day, card)) : put?.(id, day))
    },
  })
  const isOwn = carried !== null && fromTray(carried.id) === undefined
  const isElsewhere = isOwn && carried.over !== undefined && carried.over !== carried.from
  const verdict = isElsewhere ? moves.verdictAt(aimAt(carried.over ?? '')) : undefined
  const why = verdict?.kind === 'refused' ? verdict.why : undefined
  const over = carried?.over
  const place = over === undefined || !isDate(over) ? '' : dayName(over, locale)
  const saying = why
    ? t('{place}: not possible. {why}', { place, why })
    : t('Over {place}. Space puts it down, Escape leaves it where it was.', { place })
  return { moves, carried, events, why, said: place === '' ? '' : saying }
}
