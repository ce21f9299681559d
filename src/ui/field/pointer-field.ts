/** A field that stands in no form: it only picks a record for what a page asks. */
import type { FieldMeta } from '#kernel/http/wire.ts'

export function pointerField(target: string, label: string): FieldMeta {
  return {
    name: target,
    kind: target === 'user' ? 'person' : 'ref',
    label,
    target,
    filterable: false,
    listable: false,
    sortable: false,
    groupable: false,
  }
}
