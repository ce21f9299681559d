/** Which records a form refers to without knowing their names. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { aimed, isOneRecord, textsOf } from '#ui/field/value/field-facts.ts'
import { linesOf } from './form-values.ts'
import type { LineFields, Values } from './form-values.ts'

/** Ids by entity, each once. */
export function unknownTitles(
  fields: readonly FieldMeta[],
  values: Values,
  lineFields: LineFields,
  titles: RefTitles,
): Record<string, string[]> {
  const unknown: Record<string, Set<string>> = {}
  const look = (ofRow: readonly FieldMeta[], row: Values) => {
    for (const field of ofRow.filter(isReference)) {
      const { name, target } = aimed(field, row)
      for (const id of textsOf(row[name])) {
        if (target && !titles[target]?.[id]) (unknown[target] ??= new Set()).add(id)
      }
    }
  }
  look(fields, values)
  for (const [name, ofLines] of Object.entries(lineFields)) {
    for (const line of linesOf(values[name])) look(ofLines, line)
  }
  return Object.fromEntries(Object.entries(unknown).map(([target, ids]) => [target, [...ids]]))
}

function isReference(field: FieldMeta): boolean {
  return isOneRecord(field) || field.kind === 'refs'
}
