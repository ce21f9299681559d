/** Records whose name or people changed: what is found by these is indexed anew afterwards. */
import type { Unit } from '../action/unit.ts'
import type { Entity } from '../entity/entity.ts'
import type { Reference, Registry } from '../registry.ts'
import { searchedFields } from './search-doc.ts'

export const indexNaming = 'kernel.index-naming'
/** So many records are told to one job. */
const mostInJob = 500

/** Why other records are indexed anew. */
export type Followed = 'name' | 'people'

/** Fields by which other records are found under the name, or by the people, of the entity's. */
export function foundThrough(registry: Registry, entity: Entity, by: Followed): Reference[] {
  return (registry.references.get(entity.name) ?? []).filter(
    ({ entity: other, field }) =>
      !other.isLine &&
      searchedFields(other).length > 0 &&
      (by === 'people' ? other.access.inherit === field : isNamedBy(other, field)),
  )
}

function isNamedBy(entity: Entity, field: string): boolean {
  return entity.title === field || entity.fields[field]?.search === true
}

export function noteRetitled(unit: Unit, entity: Entity, id: string): void {
  note(unit.retitled, entity, id)
}

export function noteReowned(unit: Unit, entity: Entity, id: string): void {
  note(unit.reowned, entity, id)
}

function note(known: Map<string, Set<string>>, entity: Entity, id: string): void {
  known.set(entity.name, (known.get(entity.name) ?? new Set()).add(id))
}

/** Queues the indexing, as part of the unit. */
export function queueIndexing(unit: Unit): void {
  queue(unit, unit.retitled, 'name')
  queue(unit, unit.reowned, 'people')
}

function queue(unit: Unit, changed: Map<string, Set<string>>, by: Followed): void {
  for (const [entityName, known] of changed) {
    const entity = unit.house.registry.entities.get(entityName)
    if (!entity || foundThrough(unit.house.registry, entity, by).length === 0) continue
    const ids = [...known]
    for (let start = 0; start < ids.length; start += mostInJob) {
      const records = ids.slice(start, start + mostInJob)
      unit.jobs.push({ name: indexNaming, payload: { entity: entityName, records, by } })
    }
  }
  changed.clear()
}
