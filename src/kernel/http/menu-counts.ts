/** How much work waits behind the entries of the menu: what the first tab of a list holds. */
import type { Sight } from '../access/scope.ts'
import type { Database } from '../db/database.ts'
import { stateField, type Entity } from '../entity/entity.ts'
import { counts, type Count } from '../query/figures.ts'
import { tabsOf } from '../query/tabs.ts'
import type { Where } from '../query/where.ts'
import { isReadable } from './related-meta.ts'

/** Entity → records of its first tab; only of lists that begin with what is still to be done. */
export async function menuCounts(database: Database, sight: Sight): Promise<Record<string, Count>> {
  const found = await Promise.all(
    waitingLists(sight).map(async ([entity, where]) => {
      const { waiting } = await counts(database, sight, entity, { waiting: where })
      return waiting ? [[entity.name, waiting] as const] : []
    }),
  )
  return Object.fromEntries(found.flat())
}

/** Lists of the menu whose first tab goes by the state of its records. */
function waitingLists(sight: Sight): [Entity, Where][] {
  const opened = sight.registry.modules.flatMap(({ menu }) => menu.map(({ open }) => open))
  return [...new Set(opened)].flatMap((name): [Entity, Where][] => {
    const entity = sight.registry.entities.get(name)
    if (!entity || !isReadable(sight, entity)) return []
    const [where] = Object.values(tabsOf(sight, entity))
    const state = stateField(entity)
    return where && state !== null && state in where ? [[entity, where]] : []
  })
}
