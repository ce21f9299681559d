/** A file as the server takes it in. */
import type { FileIntent } from './entry.ts'

export function fileForm({ file, owner }: Omit<FileIntent, 'kind'>): FormData {
  const form = new FormData()
  // Fields first: the server reads the parts in order and wants to know where the file goes.
  if (owner) {
    form.append('entity', owner.entity)
    form.append('record', owner.record)
  }
  form.append('file', file)
  return form
}
