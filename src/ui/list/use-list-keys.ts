/** Keys of a list: j/k move, Enter opens, x ticks, / searches, n begins a new one. */
import { isBareKey } from '#ui/base/typing.ts'
import { useEffect, useEffectEvent } from 'react'
import { listSearchId } from './list-search-id.ts'

interface ListKeys {
  /** Keys that mean a single cell come first. */
  cells: { press: (key: string) => boolean }
  count: number
  active: number
  onMove: (to: number) => void
  onOpen: (at: number) => void
  onTick: (at: number) => void
  onNew: (() => void) | undefined
}

function actOn(key: string, keys: ListKeys): boolean {
  const { active, count } = keys
  if (keys.cells.press(key)) return true
  switch (key) {
    case 'j':
    case 'ArrowDown':
      if (count === 0) return false
      keys.onMove(Math.min(active + 1, count - 1))
      return true
    case 'k':
    case 'ArrowUp':
      if (count === 0) return false
      keys.onMove(Math.max(active - 1, 0))
      return true
    case 'Enter':
      if (active >= 0) keys.onOpen(active)
      return active >= 0
    case 'x':
      if (active >= 0) keys.onTick(active)
      return active >= 0
    case 'n':
      keys.onNew?.()
      return keys.onNew !== undefined
    case '/':
      document.getElementById(listSearchId)?.focus()
      return true
    default:
      return false
  }
}

export function useListKeys(keys: ListKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isBareKey(event)) return
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('a, button')
    if (event.key === 'Enter' && isOnButton) return
    if (actOn(event.key, keys)) event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
