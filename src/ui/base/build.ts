/** Tells a page that stayed open over an upgrade that the server has a newer one. */
import { useSyncExternalStore } from 'react'

let isOld = false
const listeners = new Set<() => void>()

/** Address of the first script of this page, which names its build. */
export function ownBuild(): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src^="/assets/"]')
  return script?.getAttribute('src') ?? null
}

/** The server says of which build its pages are. */
export function hearBuild(build: string): void {
  const own = ownBuild()
  if (own !== null && own !== build) tellOld()
}

/** A part of this page that is no longer there tells the same. */
export function tellOld(): void {
  isOld = true
  for (const listener of listeners) listener()
}

/** @returns how to stop listening */
export function onOld(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

export function useIsOld(): boolean {
  return useSyncExternalStore(onOld, () => isOld)
}
