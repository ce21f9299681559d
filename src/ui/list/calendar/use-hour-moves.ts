/** Puts a record on another time, another day, or among the tasks of somebody else. */
import type { FieldMeta, HoursMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useCarry } from '../carry/use-carry.ts'
import { useMoves, type Aim } from '../carry/use-moves.tsx'
import type { ListView } from '../use-list-view.ts'
import { dayName } from './day-words.ts'
import { keyOf, placeNamed, stepped, type Place } from './hours.ts'

export function useHourMoves(
  view: ListView,
  field: FieldMeta,
  hours: HoursMeta,
  columns: readonly Pick<Place, 'day' | 'person'>[],
) {
  const t = useT()
  const { locale } = usePreferences()
  const moves = useMoves(view.meta, field)
  const aimAt = (key: string): Aim => {
    const { day, time, person } = placeNamed(key)
    const whose = person === '' ? {} : { [hours.person]: person }
    const label = `${dayName(day, locale)} ${time}`.trim()
    return { key, value: day, label, more: { [hours.time]: time === '' ? null : time, ...whose } }
  }
  const { carried, events } = useCarry({
    step: (key, arrow) => {
      const next = stepped(placeNamed(key), arrow, columns)
      return next && keyOf(next)
    },
    onLift: moves.lift,
    onDrop: (id, key) => void moves.move(id, aimAt(key)),
  })
  const aim = carried?.over === undefined ? undefined : aimAt(carried.over)
  const verdict = aim && carried?.over !== carried?.from ? moves.verdictAt(aim) : undefined
  const why = verdict?.kind === 'refused' ? verdict.why : undefined
  const place = aim?.label ?? ''
  const saying = why
    ? t('{place}: not possible. {why}', { place, why })
    : t('Over {place}. Space puts it down, Escape leaves it where it was.', { place })
  return { carried, events, moved: moves.moved, why, said: place === '' ? '' : saying }
}
