/** Tells what a file really is by its first bytes; what the sender says counts for nothing. */
import { fileTypeFromBuffer } from 'file-type'

const office: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}
const textNames = new Set(['csv', 'txt', 'tsv', 'md', 'log', 'json', 'eml', 'vcf', 'ics'])
const htmlStart = /^<(?:!doctype html|html|head|body|script|style|iframe|img|div|p|a|table)\b/iu

/**
 * @param head the first bytes, 4 KB or more where there are as many
 * @returns a media type without parameters; `application/octet-stream` when unknown
 */
export async function sniffType(head: Uint8Array, name: string): Promise<string> {
  const found = (await fileTypeFromBuffer(head))?.mime
  const ending = /\.([^.]+)$/u.exec(name.toLowerCase())?.[1] ?? ''
  if (found === 'application/zip') return office[ending] ?? found
  if (found !== undefined && !isXml(found)) return found
  const text = textOf(head, ending)
  if (text === null) return found ?? 'application/octet-stream'
  return markupType(text) ?? found ?? (ending === 'csv' ? 'text/csv' : 'text/plain')
}

function isXml(type: string): boolean {
  return type.endsWith('/xml') || type.endsWith('+xml')
}

/** Text as UTF-8 or UTF-16; older Chinese encodings are believed of names that end as text. */
function textOf(head: Uint8Array, ending: string): string | null {
  const [first, second] = head
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null
  if (wide) return new TextDecoder(wide).decode(head)
  if (head.some(isControl)) return null
  const text = new TextDecoder('utf-8').decode(head, { stream: true })
  return !text.includes('\ufffd') || textNames.has(ending) ? text : null
}

/** Bytes that no text has: controls but tab, line feed, form feed, carriage return, escape. */
function isControl(byte: number): boolean {
  return byte < 32 && ![9, 10, 12, 13, 27].includes(byte)
}

function markupType(text: string): string | null {
  const start = text.replace(/^\ufeff/u, '').replace(/^(?:\s+|<!--[\s\S]*?-->)+/u, '')
  if (!start.startsWith('<')) return null
  if (/<(?:[\w-]+:)?svg[\s/>]/iu.test(start)) return 'image/svg+xml'
  if (htmlStart.test(start)) return 'text/html'
  if (/<html[\s/>]/iu.test(start)) return 'application/xhtml+xml'
  return start.startsWith('<?xml') ? 'application/xml' : 'text/html'
}
