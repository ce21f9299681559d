/** The tabs of a list: ready filters, as far as this person may ask them. */
import type { Sight } from '../access/scope.ts'
import { flawOf } from '../action/check-filters.ts'
import type { Entity } from '../entity/entity.ts'
import type { Where } from './where.ts'

/** By key; a list without tabs, or with none to be seen, has one that holds all. */
export function tabsOf({ registry, reader }: Sight, entity: Entity): Record<string, Where> {
  const declared = Object.entries(entity.list?.tabs ?? {})
  const open = declared.filter(
    ([, where]) => flawOf(registry, entity.name, where, reader.person) === null,
  )
  return open.length === 0 ? { All: {} } : Object.fromEntries(open)
}
