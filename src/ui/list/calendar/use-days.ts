/** Asks for the records of the days in sight, and for no others. */
import type { FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useHouse } from '#ui/base/house.tsx'
import { listPage, useList, type ListParams } from '#ui/base/queries.ts'
import { useSettled } from '#ui/base/settled.ts'
import { bothWhere } from '#ui/field/where.ts'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { joinedRefs, neededColumns, type ListView } from '../use-list-view.ts'
import { busyDays, byTime, dayOfRow, gathered, type Days } from './by-day.ts'

/** As many as the server gives in one page. */
const most = 200
/** Who leafs through the months asks for the days of none of them. */
const pause = 250

export interface DaysInSight {
  days: Days
  refs: RefTitles
  isPending: boolean
  error: ApiProblem | null
}

/** Those of the list that stand on these days. */
function paramsOf({ meta, state }: ListView, field: FieldMeta, from: DateText, until: DateText) {
  return {
    where: bothWhere(state.where, { [field.name]: { from, until } }),
    sort: field.name,
    q: state.q,
    columns: neededColumns(meta, state),
  } satisfies ListParams
}

/**
 * One page holds a usual month. Where there are more, each day that it does not show in full is
 * asked for by itself: its first records, and how many there are.
 */
export function useDays(
  view: ListView,
  field: FieldMeta,
  days: readonly DateText[],
  mostOfDay: number,
): DaysInSight {
  const { timeZone } = useHouse().company
  const entity = view.meta.name
  const dayOf = useCallback((row: WireRow) => dayOfRow(row, field, timeZone), [field, timeZone])
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const page = useList(entity, { ...paramsOf(view, field, first, last), limit: most })
  const isLookedAt = useSettled(first, pause) === first
  const isKnown = page.data !== undefined && !page.isPlaceholderData
  const busy = isKnown && isLookedAt ? busyDays(days, page.data, dayOf, view.state.q !== '') : []
  const answers = useQueries({
    queries: busy.map((day) => {
      const params = { ...paramsOf(view, field, day, day), limit: mostOfDay, count: true }
      return {
        queryKey: ['list', entity, params],
        queryFn: () => listPage(entity, params, null),
      }
    }),
  })
  const usual = useMemo(() => gathered(page.data?.rows ?? [], dayOf), [page.data, dayOf])
  const all = new Map(usual)
  for (const [at, day] of busy.entries()) {
    const { rows = [], count } = answers[at]?.data ?? {}
    if (count) all.set(day, { rows, count: count.value, capped: count.capped })
  }
  const pages = [page.data, ...answers.map(({ data }) => data)].flatMap((one) => one ?? [])
  const { isPending, error } = page
  const { hours } = view.meta
  if (hours?.day === field.name) for (const [day, of] of all) all.set(day, byTime(of, hours.time))
  return { days: all, refs: joinedRefs(pages), isPending, error }
}
