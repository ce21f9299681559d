/** The choices of a field as a company made them, wherever else the field is asked or shown. */
import type { Fields } from '../field/field.ts'
import type { Registry } from '../registry.ts'

/** Inputs of actions and columns of reports that are fields of a record offer what it offers. */
export function withOwnChoices({ entities }: Pick<Registry, 'entities'>, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const [entity = '', of = ''] = field.ownChoices ? (field.home ?? '').split('.') : []
      const options = entities.get(entity)?.fields[of]?.options
      return [name, options ? { ...field, options } : field]
    }),
  )
}
