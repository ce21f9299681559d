/** Which days a calendar shows, and on which of them the keyboard stands. */
import type { DateText } from '#kernel/time/date.ts'
import { useHouse } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '../shapes.ts'
import type { ListView } from '../use-list-view.ts'
import { dayToShow, monthOf, weeksOf } from './days.ts'

/** The day that the address names, the days around it, and the one the keyboard stands on. */
export function useStand(view: ListView, span: Span, phone: boolean) {
  const { locale } = usePreferences()
  const { today } = useHouse()
  const day = dayToShow(view.search.day, today)
  const weeks = useMemo(
    () => (phone ? [monthOf(day)] : weeksOf(day, span, locale)),
    [day, span, locale, phone],
  )
  const days = useMemo(() => weeks.flat(), [weeks])
  const [wished, wish] = useState<DateText>()
  const at = wished !== undefined && days.includes(wished) ? wished : day
  const awaited = useRef<DateText>(undefined)
  // The day may come into sight only when the address has changed.
  useEffect(() => {
    const cell = `[role=gridcell][data-place="${awaited.current}"]`
    const square = awaited.current && document.querySelector<HTMLElement>(cell)
    if (!square) return
    awaited.current = undefined
    square.focus()
  })
  const show = (next: DateText) => {
    wish(next)
    if (!days.includes(next)) view.change({ day: next })
  }
  const go = (next: DateText) => {
    awaited.current = next
    show(next)
  }
  return { today, day, weeks, days, at, show, go }
}
