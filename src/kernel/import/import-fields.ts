/** Which fields of an entity a person may fill from a file. */
import { mayChangeField, seesField } from '../access/fields.ts'
import type { Person } from '../access/person.ts'
import type { Entity } from '../entity/entity.ts'
import type { Fields } from '../field/field.ts'

const notFromFiles = new Set(['lines', 'json', 'file', 'picture', 'refs', 'state'])

/** Numbers of documents may come with the file: they are kept, and the series goes on. */
export function importFields(entity: Entity, person: Person): Fields {
  return Object.fromEntries(
    Object.entries(entity.fields).filter(([, field]) => {
      if (notFromFiles.has(field.kind)) return false
      const isNumber = field.kind === 'serial' && seesField(field, person)
      return isNumber || mayChangeField(field, person)
    }),
  )
}
