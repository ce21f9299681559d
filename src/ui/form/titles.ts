/** The names of records that a form refers to, as they travel beside records: by entity and id. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import type { PickOption } from '#ui/field/value/pick.ts'

/** The name of a picked record. */
export function titleOf(field: FieldMeta, { id, title, subtitle }: PickOption): RefTitles {
  return { [field.target ?? '']: { [id]: subtitle ? { title, subtitle } : { title } } }
}

export function joinedTitles(known: RefTitles, more: RefTitles): RefTitles {
  const next = { ...known }
  for (const [entity, titles] of Object.entries(more)) next[entity] = { ...next[entity], ...titles }
  return next
}
