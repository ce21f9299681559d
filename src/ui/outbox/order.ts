/** Which of the waiting goes next, and what has to wait for what. */
import { recordOf, type Entry } from './entry.ts'
import { temporariesIn } from './temporary.ts'

/** What must have arrived before: what makes a record that is named, an earlier change of it. */
export function waitsFor(entry: Entry, entries: readonly Entry[]): Entry[] {
  const named = temporariesIn(entry.intent)
  const record = recordOf(entry)
  return entries.filter(
    (other) =>
      other.id < entry.id &&
      ((other.temporary !== undefined && named.has(other.temporary)) ||
        (record !== null && recordOf(other) === record)),
  )
}

/** The oldest that needs nobody and waits for nothing. */
export function nextOf(entries: readonly Entry[]): Entry | undefined {
  const inOrder = entries.toSorted((a, b) => a.id - b.id)
  return inOrder.find((entry) => !entry.refused && waitsFor(entry, entries).length === 0)
}

/** What names something that only comes into being with this one, over any number of steps. */
export function builtOn(entry: Entry, entries: readonly Entry[]): Entry[] {
  const ids = new Set(entry.temporary === undefined ? [] : [entry.temporary])
  const found: Entry[] = []
  for (const other of entries.toSorted((a, b) => a.id - b.id)) {
    const isBuilt = [...temporariesIn(other.intent)].some((id) => ids.has(id))
    if (other.id === entry.id || !isBuilt) continue
    found.push(other)
    if (other.temporary !== undefined) ids.add(other.temporary)
  }
  return found
}
