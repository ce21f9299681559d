/** The entities whose records a person may bring in from a file. */
import type { Sight } from '../access/scope.ts'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import { comesFromFiles } from './import-fields.ts'

/** @throws {Refusal} `route.not-found` (404), `record.not-allowed` (403) */
export function importable(sight: Sight, name: string): Entity {
  const entity = sight.registry.entities.get(name)
  if (!entity || !comesFromFiles(entity))
    fail('route.not-found', {}, { status: 404, field: 'entity' })
  if (!mayImport(sight, entity))
    fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
  return entity
}

/** To bring in is to add or to change, many at a time. */
export function mayImport({ grants, reader: { person } }: Sight, entity: Entity): boolean {
  const has = (right: string) => grants.scopes(person, entity.name, right).length > 0
  return comesFromFiles(entity) && has('import') && (has('create') || has('update'))
}
