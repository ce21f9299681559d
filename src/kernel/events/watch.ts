/** Tells one person of changes, and only of records that this person may read. */
import { scopeAmong } from '../access/hung-on.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import { sightOf, type Caller } from '../action/caller.ts'
import { name, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { ChangeEvent } from '../http/wire.ts'
import { bell } from '../notify/notice.ts'
import { always, never } from '../query/compile-where.ts'
import { manyOf, type Batch } from './feed.ts'

export interface Watch {
  see(batch: Batch): void
  close(): void
}

export interface Watcher {
  /** Asked each time: rights change while the page is open. */
  caller(): Caller
  tell(event: ChangeEvent): void
  /** When the rights cannot be checked, nothing is told. */
  onFault(error: unknown): void
}

/** Changes are gathered this long, so that a burst costs one look per entity. */
const gatherMs = 200
/** More records of an entity than this are told as one event without ids. */
const mostIds = 200

/** Entity → id → the latest event. */
type Pending = Map<string, Map<string, ChangeEvent>>

export function openWatch(house: House, watcher: Watcher): Watch {
  let pending: Pending = new Map()
  let timer: NodeJS.Timeout | null = null
  let closed = false
  const flush = async () => {
    const seen = pending
    pending = new Map()
    await tellVisible(house, watcher, seen).catch((error: unknown) => watcher.onFault(error))
    timer = null
    if (pending.size > 0) arm()
  }
  const arm = () => {
    if (!closed) timer ??= setTimeout(() => void flush(), gatherMs)
  }
  return {
    see(batch) {
      if (closed || batch.tenant !== watcher.caller().tenant) return
      gather(pending, batch)
      arm()
    },
    close() {
      closed = true
      if (timer) clearTimeout(timer)
    },
  }
}

function gather(pending: Pending, { changes, by }: Batch): void {
  for (const { entity, id, action } of changes) {
    const known = pending.get(entity) ?? new Map<string, ChangeEvent>()
    pending.set(entity, known)
    if (id === '' || known.size >= mostIds) {
      known.clear()
      known.set('', { ...manyOf(entity), by: '' })
    } else if (!known.has('')) {
      known.set(id, { entity, id, action, by: by ?? '' })
    }
  }
}

async function tellVisible(house: House, watcher: Watcher, pending: Pending): Promise<void> {
  const sight = await sightOf(house, watcher.caller())
  for (const [entityName, events] of pending) {
    if (entityName === bell) tellBell(watcher, events)
    const entity = house.registry.entities.get(entityName)
    if (!entity) continue
    const visible = await visibleIds(house, sight, entity, [...events.keys()])
    for (const [id, event] of events) if (visible.has(id)) watcher.tell(event)
  }
}

/** What a bell says is news for its person alone; '' (many) names nobody. */
function tellBell(watcher: Watcher, events: ReadonlyMap<string, ChangeEvent>): void {
  const me = watcher.caller().person.id ?? ''
  const event = events.get(me) ?? events.get('')
  if (event) watcher.tell({ ...event, by: '' })
}

/** Those of the ids that the person may read; '' (many) where any record may be read at all. */
async function visibleIds(
  house: House,
  sight: Sight,
  entity: Entity,
  ids: string[],
): Promise<ReadonlySet<string>> {
  const { tenant } = sight.reader
  const isMany = ids.includes('')
  const ask = <R>(query: Sql) => house.database.read<R>(tenant, query)
  const scope = isMany
    ? rowScope(sight, entity, 'read', 'r')
    : await scopeAmong(ask, sight, entity, ids)
  if (scope === never) return new Set()
  if (scope === always || isMany) return new Set(ids)
  const rows = await ask<{ id: string }>(
    sql`select r.id from ${name(entity.table)} r
      where r.tenant = ${tenant} and r.id = any(${ids}::uuid[]) and ${scope}`,
  )
  return new Set(rows.map((row) => row.id))
}
