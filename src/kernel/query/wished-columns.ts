/** Which fields the rows of a list bring. */
import { seesField } from '../access/fields.ts'
import type { Sight } from '../access/scope.ts'
import { fieldNamed, type Entity } from '../entity/entity.ts'

/** Asked columns this person may see, with what names the row and what it is sorted by. */
export function wishedColumns(
  sight: Sight,
  entity: Entity,
  wished: readonly string[] | undefined,
  sorted: readonly string[],
): string[] {
  const always = [entity.title, ...(entity.subtitle ?? []), ...stateNames(entity), ...sorted]
  const shown = wished ?? entity.list?.columns ?? Object.keys(entity.fields)
  const targets = shown.flatMap((field) => entity.fields[field]?.targetIn ?? [])
  const names = new Set([...always, ...shown, ...targets])
  return [...names].filter((field) => {
    const declared = fieldNamed(entity, field)
    return declared !== undefined && seesField(declared, sight.reader.person)
  })
}

function stateNames(entity: Entity): string[] {
  return Object.entries(entity.fields)
    .filter(([, field]) => field.kind === 'state' || field.kind === 'currency')
    .map(([field]) => field)
}
