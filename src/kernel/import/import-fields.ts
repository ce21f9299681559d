/** Which fields of an entity a person may fill from a file. */
import { mayChangeField, seesField } from '../access/fields.ts'
import type { Person } from '../access/person.ts'
import type { Entity } from '../entity/entity.ts'
import type { Field, Fields } from '../field/field.ts'

const notFromFiles = new Set(['lines', 'json', 'filter', 'file', 'picture', 'state'])

/** A record of any entity has no name by which a file could mean it. */
function canCome(field: Field): boolean {
  if (field.broughtIn) return true
  return !notFromFiles.has(field.kind) && (field.kind !== 'ref' || field.target !== undefined)
}

/** Numbers of documents may come with the file: they are kept, and the series goes on. */
export function importFields(entity: Entity, person: Person): Fields {
  return Object.fromEntries(
    Object.entries(entity.fields).filter(([, field]) => {
      const mayCome = (field.kind === 'serial' || field.broughtIn) && seesField(field, person)
      return canCome(field) && (mayCome || mayChangeField(field, person))
    }),
  )
}

/** As the one who brings in new records writes them: what they may bring along is open too. */
export function openedForFiles(entity: Entity): Entity {
  const fields = Object.entries(entity.fields).map(([name, field]) => [
    name,
    field.broughtIn ? { ...field, computed: false, required: false } : field,
  ])
  return { ...entity, fields: Object.fromEntries(fields) as Fields }
}

/** Whether whole records can come from a file: all that they must have can. */
export function comesFromFiles(entity: Entity): boolean {
  if (entity.managed || entity.appendOnly || entity.isLine) return false
  return Object.values(entity.fields).every((field) => {
    const isOpen = field.required && field.default === undefined && !field.computed
    return !isOpen || field.kind === 'lines' || canCome(field)
  })
}
