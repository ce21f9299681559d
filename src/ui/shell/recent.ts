/** The records that were opened last on this device, for the search box. */
import type { Find } from './finds.ts'

const kept = 8

function placeOf(user: string): string {
  return `shangmai.recent.${user}`
}

export function readRecent(user: string): Find[] {
  const text = localStorage.getItem(placeOf(user))
  return text ? (JSON.parse(text) as Find[]) : []
}

/** Puts a record in front; the oldest falls out. */
export function keepRecent(user: string, find: Find): void {
  const others = readRecent(user).filter(({ key }) => key !== find.key)
  localStorage.setItem(placeOf(user), JSON.stringify([find, ...others].slice(0, kept)))
}
