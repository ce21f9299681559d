/** Brings a file to the server, alone or as part of a record. */
import { api } from '#ui/base/api.ts'
import { newKey } from '#ui/base/key.ts'
import type { FileIntent } from '#ui/outbox/entry.ts'
import { fileForm } from '#ui/outbox/file-form.ts'
import { sendOrKeep } from '#ui/outbox/send-or-keep.ts'

export interface StoredFile {
  id: string
  name: string
  type: string
  size: number
}

/**
 * Without a connection it waits on this device; its id then goes for the one it will get.
 * @param owner the record that the file belongs to, if it is there already
 */
export function uploadFile(
  file: File,
  owner?: { entity: string; record: string },
): Promise<StoredFile> {
  const key = newKey()
  const intent: FileIntent = { kind: 'file', file, ...(owner && { owner }) }
  return sendOrKeep(
    intent,
    { key, known: {}, mayWait: true },
    (now) => api.post<StoredFile>('/api/files', fileForm(now), { idempotencyKey: key }),
    ({ temporary = '' }) => ({ id: temporary, name: file.name, type: file.type, size: file.size }),
  )
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
