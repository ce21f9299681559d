/** Whether somebody is being shown around; switched from the person's menu, too. */
import { useSyncExternalStore } from 'react'

let isOpen = false
const watchers = new Set<() => void>()

function turn(to: boolean): void {
  isOpen = to
  for (const tell of watchers) tell()
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

export const openTour = () => turn(true)
export const closeTour = () => turn(false)

export function useTourIsOpen(): boolean {
  return useSyncExternalStore(watch, () => isOpen)
}
