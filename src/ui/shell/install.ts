/** Lets the program open without a connection: a worker of the browser keeps its files. */
import { ownBuild } from '#ui/base/build.ts'

/** Not while developing, and only where the browser allows it: over https, or on this machine. */
export function installWorker(): void {
  const build = ownBuild()
  if (build === null || !('serviceWorker' in navigator)) return
  const address = `/sw.js?build=${encodeURIComponent(build)}`
  // A browser that forbids it, as in a private window, shows the program all the same.
  navigator.serviceWorker.register(address).catch((error: unknown) => console.warn(error))
}

/** The worker of the new version does not wait until the last page of the old one is closed. */
export async function takeOver(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  registration?.waiting?.postMessage('take-over')
}
