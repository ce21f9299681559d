/** Whether the page shows what was kept, and of when it is. */
import { useSyncExternalStore } from 'react'

let asOf: string | null = null
const listeners = new Set<() => void>()

/** @param at when the server said what is shown now; null: just now */
export function tellAsOf(at: string | null): void {
  if (at === asOf) return
  asOf = at
  for (const listener of listeners) listener()
}

/** Has the server been out of reach at the last question? */
export function isOutOfReach(): boolean {
  return asOf !== null
}

function watch(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

export function useAsOf(): string | null {
  return useSyncExternalStore(watch, () => asOf)
}
