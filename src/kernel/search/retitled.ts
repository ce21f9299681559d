/** Records whose name changed: what is found by that name is indexed anew after the commit. */
import type { Unit } from '../action/unit.ts'
import type { Entity } from '../entity/entity.ts'
import type { Reference, Registry } from '../registry.ts'
import { searchedFields } from './search-doc.ts'

export const indexNaming = 'kernel.index-naming'
/** So many records are told to one job. */
const mostInJob = 500

/** Fields by which records are found under the name of a record of the entity. */
export function foundThrough(registry: Registry, entity: Entity): Reference[] {
  return (registry.references.get(entity.name) ?? []).filter(
    ({ entity: other, field }) =>
      !other.isLine &&
      searchedFields(other).length > 0 &&
      (other.title === field || other.fields[field]?.search === true),
  )
}

export function noteRetitled(unit: Unit, entity: Entity, id: string): void {
  const known = unit.retitled.get(entity.name) ?? new Set()
  unit.retitled.set(entity.name, known.add(id))
}

/** Queues the indexing, as part of the unit. */
export function queueIndexing(unit: Unit): void {
  for (const [entityName, known] of unit.retitled) {
    const entity = unit.house.registry.entities.get(entityName)
    if (!entity || foundThrough(unit.house.registry, entity).length === 0) continue
    const ids = [...known]
    for (let start = 0; start < ids.length; start += mostInJob) {
      const records = ids.slice(start, start + mostInJob)
      unit.jobs.push({ name: indexNaming, payload: { entity: entityName, records } })
    }
  }
  unit.retitled.clear()
}
