/** Parameters of a report that come as text; numbers, yes/no and lists are read by the kind. */
import type { Field, Fields } from '../field/field.ts'

export function paramsOfTexts(
  fields: Fields,
  texts: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [param, field] of Object.entries(fields)) {
    const text = Object.hasOwn(texts, param) ? texts[param] : undefined
    if (text !== undefined) given[param] = fromText(text, field)
  }
  return given
}

function fromText(text: string, field: Field): unknown {
  if (field.kind === 'boolean')
    return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text
  if (['choices', 'tags', 'refs'].includes(field.kind)) return text.split(',')
  return text
}
