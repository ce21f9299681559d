/** Keys of bands: j/k go from band to row, right and left open and close, x ticks a row. */
import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isBareKey } from '#ui/base/typing.ts'

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

function stopsIn(holder: HTMLElement): HTMLElement[] {
  const stops = holder.querySelectorAll<HTMLElement>(
    '[data-stop], .band-rows .list-row, .band-cards .card',
  )
  return [...stops].map((stop) => stop.querySelector<HTMLElement>('a') ?? stop)
}

function toggles(key: string, stop: Element): boolean {
  const isOpen = stop.getAttribute('aria-expanded') === 'true'
  return (key === 'ArrowRight' && !isOpen) || (key === 'ArrowLeft' && isOpen)
}

export function useBandKeys(holder: RefObject<HTMLElement | null>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { current } = holder
    if (!current || !isBareKey(event)) return
    const focused = document.activeElement
    const step = steps[event.key]
    if (step !== undefined) {
      const stops = stopsIn(current)
      const at = stops.findIndex((stop) => stop === focused)
      const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)]
      next?.focus()
    } else if (focused?.matches('[data-stop]') && toggles(event.key, focused)) {
      ;(focused as HTMLElement).click()
    } else if (event.key === 'x' && current.contains(focused)) {
      focused?.closest('.list-row')?.querySelector<HTMLElement>('.tick')?.click()
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
