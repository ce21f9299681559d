/** Where the browser keeps what waits: a database of its own, over reloads and restarts. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { afterSent, realIdOf, type Arrived } from './after-sent.ts'
import type { Entry, NewEntry } from './entry.ts'

/** What was made without a connection has got this id. */
interface RealId {
  temporary: string
  real: string
  owner: string
  at: string
}

interface Outbox extends DBSchema {
  entries: { key: number; value: NewEntry & { id?: number }; indexes: { owner: string } }
  ids: { key: string; value: RealId; indexes: { owner: string } }
}

let opened: Promise<IDBPDatabase<Outbox>> | undefined

function database(): Promise<IDBPDatabase<Outbox>> {
  opened ??= openDB<Outbox>('shangmai-outbox', 1, {
    upgrade(made) {
      const entries = made.createObjectStore('entries', { keyPath: 'id', autoIncrement: true })
      entries.createIndex('owner', 'owner')
      made.createObjectStore('ids', { keyPath: 'temporary' }).createIndex('owner', 'owner')
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

export interface Kept {
  entries: readonly Entry[]
  /** Temporary → real. */
  ids: ReadonlyMap<string, string>
}

export async function keptOf(owner: string): Promise<Kept> {
  const store = await database()
  const step = store.transaction(['entries', 'ids'])
  const [entries, ids] = await Promise.all([
    step.objectStore('entries').index('owner').getAll(owner),
    step.objectStore('ids').index('owner').getAll(owner),
  ])
  return {
    entries: entries as Entry[],
    ids: new Map(ids.map(({ temporary, real }) => [temporary, real])),
  }
}

export async function addEntry(entry: NewEntry): Promise<void> {
  await (await database()).add('entries', entry)
}

/**
 * Changes an entry as it stands now; `change` answers null where it is not to be changed.
 * @returns the entry after it, or null where nothing was changed
 */
export async function changeEntry(
  id: number,
  change: (entry: Entry) => Entry | null,
): Promise<Entry | null> {
  const step = (await database()).transaction('entries', 'readwrite')
  const found = (await step.store.get(id)) as Entry | undefined
  const next = found ? change(found) : null
  if (next) await step.store.put(next)
  await step.done
  return next
}

export async function dropEntries(ids: readonly number[]): Promise<void> {
  const step = (await database()).transaction('entries', 'readwrite')
  await Promise.all([...ids.map((id) => step.store.delete(id)), step.done])
}

/** It has arrived: it goes, and those behind it learn of it, in one step. */
export async function settleEntry(sent: Entry, answer: Arrived, at: string): Promise<void> {
  const step = (await database()).transaction(['entries', 'ids'], 'readwrite')
  const entries = step.objectStore('entries')
  const all = (await entries.index('owner').getAll(sent.owner)) as Entry[]
  const behind = all.filter(({ id }) => id !== sent.id)
  for (const entry of afterSent(sent, answer, behind)) await entries.put(entry)
  await entries.delete(sent.id)
  const { temporary, owner } = sent
  const real = realIdOf(answer)
  if (temporary !== undefined && real !== undefined)
    await step.objectStore('ids').put({ temporary, real, owner, at })
  await step.done
}

/** Real ids are asked for by pages that were open, and not for ever. */
export async function dropOldIds(before: string): Promise<void> {
  const step = (await database()).transaction('ids', 'readwrite')
  for (const { temporary, at } of await step.store.getAll())
    if (at < before) await step.store.delete(temporary)
  await step.done
}
