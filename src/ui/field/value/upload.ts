/** Brings a file to the server, alone or as part of a record. */
import { api } from '#ui/base/api.ts'

export interface StoredFile {
  id: string
  name: string
  type: string
  size: number
}

/** @param owner the record that the file belongs to, if it is there already */
export function uploadFile(
  file: File,
  owner?: { entity: string; record: string },
): Promise<StoredFile> {
  const form = new FormData()
  // Fields first: the server reads the parts in order and wants to know where the file goes.
  if (owner) {
    form.append('entity', owner.entity)
    form.append('record', owner.record)
  }
  form.append('file', file)
  return api.post<StoredFile>('/api/files', form)
}

export function isPicture(type: string): boolean {
  return type.startsWith('image/')
}

/** `1.5 MB`; sizes are for the eye, so one decimal is enough. */
export function sizeText(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(3, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)))
  const style = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short' } as const
  const format = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 1 })
  return format.format(bytes / 1000 ** step)
}
