/** Arrow keys go from day to day and from record to record; Enter goes into a day, or opens. */
import type { DateText } from '#kernel/time/date.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import type { KeyboardEvent } from 'react'
import { dayByKey } from './days.ts'

interface DayKeys {
  onGo: (day: DateText) => void
  /** A new record of this day; does nothing where none may be made. */
  onNew: (day: DateText) => void
}

function cardsIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('[data-card] a, .calendar-more')]
}

/** Up and down from record to record; above the first one stands the day itself. */
function moveInDay(place: HTMLElement, from: HTMLElement, step: number): void {
  const cards = cardsIn(place)
  const next = cards.indexOf(from) + step
  const target = next < 0 ? place : cards[next]
  target?.focus()
}

export function useDayKeys({ onGo, onNew }: DayKeys) {
  const { locale } = usePreferences()
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const place = target.closest<HTMLElement>('[data-place]')
    const day = place?.dataset['place']
    if (!place || !day || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const isOnDay = target === place
    const next = dayByKey(day, key, locale)
    const step = { ArrowUp: -1, ArrowDown: 1 }[key]
    if (!isOnDay && step !== undefined) moveInDay(place, target, step)
    else if (!isOnDay && key === 'Escape') place.focus()
    else if (next !== undefined) onGo(next)
    else if (key === 'n') onNew(day)
    else if (isOnDay && key === 'Enter') {
      const [first] = cardsIn(place)
      if (first) first.focus()
      else onNew(day)
    } else return
    event.preventDefault()
  }
}
