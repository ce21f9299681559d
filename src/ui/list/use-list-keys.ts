/** Keys of a list: j/k move, Enter opens, x ticks, / searches, n begins a new one, ? explains. */
import { useEffect, useEffectEvent } from 'react'
import { listSearchId } from './list-search-id.ts'

interface ListKeys {
  count: number
  active: number
  onMove: (to: number) => void
  onOpen: (at: number) => void
  onTick: (at: number) => void
  onHelp: () => void
  onNew: (() => void) | undefined
}

/** Somebody is typing, or a window stands over the list. */
export function isElsewhere(target: EventTarget | null): boolean {
  if (
    document.querySelector('dialog[open], .ant-modal-wrap:not([style*="none"]), .ant-drawer-open')
  ) {
    return true
  }
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=menu]',
    ) !== null
  )
}

function actOn(key: string, keys: ListKeys): boolean {
  const { active, count } = keys
  switch (key) {
    case 'j':
    case 'ArrowDown':
      keys.onMove(Math.min(active + 1, count - 1))
      return true
    case 'k':
    case 'ArrowUp':
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
    case '?':
      keys.onHelp()
      return true
    default:
      return false
  }
}

export function useListKeys(keys: ListKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.defaultPrevented || isElsewhere(event.target)) return
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('a, button')
    if (event.key === 'Enter' && isOnButton) return
    if (actOn(event.key, keys)) event.preventDefault()
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
