/** The outbox of whoever is signed in: what waits in it, in all windows alike. */
import { useSyncExternalStore } from 'react'
import { addEntry, changeEntry, dropEntries, dropOldIds, keptOf, type Kept } from './store.ts'
import type { Entry, NewEntry } from './entry.ts'

const nothing: Kept = { entries: [], ids: new Map() }
const idsKeptFor = 30 * 86_400_000

let owner: string | null = null
let kept: Kept = nothing
const listeners = new Set<() => void>()
const windows =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('shangmai-outbox')
windows?.addEventListener('message', () => void readAgain())

export function outboxOwner(): string | null {
  return owner
}

/** From now on the outbox is hers; null: nobody's. */
export async function openOutbox(of: string | null): Promise<void> {
  owner = of
  show(nothing)
  if (of === null || !hasStore()) return
  await dropOldIds(new Date(Date.now() - idsKeptFor).toISOString())
  await readAgain()
}

/** A browser may refuse to keep anything; then nothing waits. */
export function hasStore(): boolean {
  return 'indexedDB' in globalThis
}

/** Reads what waits now. */
export async function readAgain(): Promise<Kept> {
  const of = owner
  const found = of === null ? nothing : await keptOf(of)
  if (of !== owner) return nothing
  show(found)
  return found
}

function show(next: Kept): void {
  kept = next
  for (const listener of listeners) listener()
}

/** Something in the store is different: this window shows it, and the others read it too. */
export async function tellChanged(): Promise<void> {
  windows?.postMessage('changed')
  await readAgain()
}

export async function keep(entry: NewEntry): Promise<void> {
  await addEntry(entry)
  await tellChanged()
}

export async function change(
  id: number,
  changed: (entry: Entry) => Entry | null,
): Promise<Entry | null> {
  const next = await changeEntry(id, changed)
  await tellChanged()
  return next
}

export async function discard(entries: readonly Entry[]): Promise<void> {
  await dropEntries(entries.map(({ id }) => id))
  await tellChanged()
}

function watch(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

export function useOutbox(): Kept {
  return useSyncExternalStore(watch, () => kept)
}
