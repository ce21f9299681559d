/** A field of a form that no entity declares. */
import type { FieldMeta } from '#kernel/http/wire.ts'

/** Required unless told. */
export function askedField(
  name: string,
  kind: FieldMeta['kind'],
  label: string,
  more: Partial<FieldMeta> = {},
): FieldMeta {
  const not = { filterable: false, listable: false, sortable: false, groupable: false }
  return { name, kind, label, required: true, ...not, ...more }
}
