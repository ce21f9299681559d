/** What a copy of a record begins with. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { isWritable } from '#ui/field/value/field-facts.ts'
import { linesOf } from './form-values.ts'
import type { Values } from './form-values.ts'

/** Everything that may be entered, but nothing that may exist only once. */
export function copiedValues(
  fields: readonly FieldMeta[],
  row: Values,
  entities: Readonly<Record<string, EntityMeta>>,
): Values {
  const copied: Values = {}
  for (const field of fields.filter((each) => isWritable(each) && !each.unique)) {
    const value = row[field.name]
    const ofLines = entities[field.target ?? '']?.fields ?? []
    copied[field.name] =
      field.kind === 'lines'
        ? linesOf(value).map((line) => copiedValues(ofLines, line, entities))
        : value
  }
  return copied
}
