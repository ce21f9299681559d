/** How a file can be looked at without leaving the page. */
export type PreviewKind = 'picture' | 'pdf' | 'text' | 'office'

const texts = new Set(['text/plain', 'text/csv', 'text/markdown', 'application/json'])

/** How a file of this type is shown; null where it can only be downloaded. */
export function previewOf(type: string): PreviewKind | null {
  if (/^image\/(?:png|jpeg|gif|webp|avif)$/u.test(type)) return 'picture'
  if (type === 'application/pdf') return 'pdf'
  if (/officedocument|opendocument\.(?:text|spreadsheet|presentation)$/u.test(type)) return 'office'
  return texts.has(type) ? 'text' : null
}
